-- The blocks that are too large for all of their pairs, with the number of their claims.
SELECT block, count(*) AS size
FROM member
GROUP BY block
HAVING count(*) > $block AND bool_or(wanting)
