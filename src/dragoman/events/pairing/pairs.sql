-- Candidate pairs of claims: those that share a block (a key of place, party or words; a story; eight days), whose types
-- may tell one happening, and whose days come near each other: one reaches (`since`, `until`) to the days of the other.
-- A block of more than $block claims is narrowed: each claim meets its $window neighbours by day, type and party only.
WITH sized AS (
    SELECT block, count(*) > $block AS narrow
    FROM member
    GROUP BY block
    HAVING count(*) > 1 AND bool_or(wanting)
),
small AS (
    SELECT member.* FROM member JOIN sized USING (block) WHERE NOT narrow
),
large AS (
    SELECT member.*, row_number() OVER (PARTITION BY block ORDER BY dated DESC, first_day, kind, who, number) AS rank
    FROM member JOIN sized USING (block)
    WHERE narrow
),
met AS (
    SELECT a.number AS one, b.number AS other, a.kind AS kind, b.kind AS other_kind
    FROM small AS a
    JOIN small AS b ON a.block = b.block AND a.number < b.number
    WHERE (a.first OR b.first)
        AND (a.wanting OR b.wanting)
        AND (a.first_day <= b.until OR a.since <= b.last_day)
        AND (b.first_day <= a.until OR b.since <= a.last_day)
    UNION ALL
    SELECT least(a.number, b.number), greatest(a.number, b.number), a.kind, b.kind
    FROM (SELECT *, rank + unnest(range(1, $window + 1)) AS near FROM large) AS a
    JOIN large AS b ON a.block = b.block AND a.near = b.rank
    WHERE (a.first OR b.first)
        AND (a.wanting OR b.wanting)
        AND (a.first_day <= b.until OR a.since <= b.last_day)
        AND (b.first_day <= a.until OR b.since <= a.last_day)
)
SELECT DISTINCT one, other
FROM met JOIN likeness USING (kind, other_kind)
