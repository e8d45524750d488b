-- Candidate pairs of claims: those that share a block (a key of place, party or words; a story; eight days), whose
-- types may tell one happening, and whose days come near each other. Two claims may share a key over many eight days:
-- only the first common ones count. A block of more than $block claims is narrowed: each claim meets its $window
-- neighbours.
WITH sized AS (
    SELECT block, count(*) AS size FROM member GROUP BY block
),
ranked AS (
    SELECT
        member.*, telling.kind, telling.first AS first_day, telling.last AS last_day, telling.reach,
        CASE WHEN sized.size > $block THEN row_number() OVER (
            PARTITION BY member.block
            ORDER BY telling.first, telling.kind, telling.who, telling.number
        ) END AS rank
    FROM member
    JOIN sized USING (block)
    JOIN telling USING (number)
)
SELECT DISTINCT a.number AS a, b.number AS b
FROM ranked AS a
JOIN ranked AS b USING (block)
JOIN likeness ON likeness.one = a.kind AND likeness.other = b.kind
WHERE a.number < b.number
    AND (a.first OR b.first)
    AND (a.wanting OR b.wanting)
    AND (a.rank IS NULL OR abs(a.rank - b.rank) <= $window)
    AND (
        a.first_day IS NULL
        OR b.first_day IS NULL
        OR greatest(a.first_day - b.last_day, b.first_day - a.last_day) <= greatest(a.reach, b.reach)
    )
ORDER BY a, b
