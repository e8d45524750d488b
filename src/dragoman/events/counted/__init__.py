"""Numbers of victims: ranges by source, sums of periods, tolls, deaths by side."""
