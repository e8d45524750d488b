-- The members of the blocks from the eight days $since to the eight days $until: a telling stands in the blocks of each
-- of its keys (a place or a cell; an area with a sign; a sign alone) and of all eight days that it reaches. `first` says
-- whether these are the first of them, so that two that share several meet in one of them.
CREATE OR REPLACE TEMP TABLE member AS
WITH present AS (
    SELECT *, unnest(range(greatest(begins, $since), least(ends, $until) + 1)) AS bucket
    FROM telling
    WHERE dated AND begins <= $until AND ends >= $since
),
keyed AS (
    SELECT present.*, near.key, $none AS sign, true AS wanting
    FROM present JOIN near USING (place)
    UNION ALL
    SELECT present.*, area.key, sign.sign, area.coarse = 1
    FROM present JOIN area USING (place) JOIN sign USING (what)
    UNION ALL
    SELECT present.*, $who, sign.sign, NOT placed
    FROM present JOIN sign USING (what)
)
SELECT
    (((bucket - $since) * $stories + story) * $parts + key) * $parts + sign AS block,
    number, kind, who, dated, first_day, last_day, since, until, bucket = begins AS first, wanting
FROM keyed
