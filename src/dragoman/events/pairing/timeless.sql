-- The members of the blocks that need no day: near-equal sentences; a fine place with the same party or number, where a
-- day is missing.
CREATE OR REPLACE TEMP TABLE member AS
WITH keyed AS (
    SELECT telling.*, $copied AS key, copy AS sign, true AS wanting
    FROM telling
    WHERE copy >= 0
    UNION ALL
    SELECT telling.*, spot.key, mark.sign, NOT telling.dated
    FROM telling JOIN spot USING (place) JOIN mark USING (what)
)
SELECT
    (story::BIGINT * $parts + key) * $parts + sign AS block,
    number, kind, who, dated, first_day, last_day, since, until, true AS first, wanting
FROM keyed
