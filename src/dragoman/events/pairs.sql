-- Candidate pairs of claims: those that share a block (a key of place, party or words; a story; eight days), whose
-- types may tell one happening, and whose days come near each other. Two claims may share many blocks: only the first
-- common eight days count. A block of more than $block claims is narrowed: each claim meets its $window neighbours.
WITH sized AS (
    SELECT key, story, bucket, count(*) AS size
    FROM keys
    GROUP BY key, story, bucket
    HAVING count(*) > 1
),
ranked AS (
    SELECT
        keys.*, sized.size,
        row_number() OVER (
            PARTITION BY keys.key, keys.story, keys.bucket
            ORDER BY telling.first, telling.kind, telling.who, telling.number
        ) AS rank
    FROM keys
    JOIN sized USING (key, story, bucket)
    JOIN telling USING (number)
),
met AS (
    SELECT DISTINCT a.number AS a, b.number AS b
    FROM ranked AS a
    JOIN ranked AS b USING (key, story, bucket)
    WHERE a.number < b.number
        AND bucket = greatest(a.first_bucket, b.first_bucket)
        AND (a.wanting OR b.wanting)
        AND (a.size <= $block OR abs(a.rank - b.rank) <= $window)
)
SELECT met.a, met.b
FROM met
JOIN telling AS a ON a.number = met.a
JOIN telling AS b ON b.number = met.b
JOIN likeness ON likeness.one = a.kind AND likeness.other = b.kind
WHERE a.first IS NULL
    OR b.first IS NULL
    OR greatest(a.first - b.last, b.first - a.last) <= greatest(a.reach, b.reach)
ORDER BY met.a, met.b
