"""Words that reports of the tests have: what a hostile one can hold, and a script from right to left."""

SCRIPT = "<script>window.harmed = 1</script>"
HANDLER = '<img src=x onerror="window.harmed = 1">'
DRAWING = "<svg onload='window.harmed = 1'></svg></script><!--"
TURNED = "\u202etxet desrever\u202c\u2066left open \u2028\u2029"
STACKED = "Z" + "\u0301\u0327" * 5000
GIANT = "W" * 5000

ARABIC = "قال المرصد السوري إن قصفاً أدى إلى مقتل 7 مدنيين في حلب يوم الجمعة."
