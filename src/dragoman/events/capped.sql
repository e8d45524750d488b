-- Blocks that were narrowed, largest first.
SELECT key, story, bucket, count(*) AS size
FROM keys
GROUP BY key, story, bucket
HAVING count(*) > $block
ORDER BY size DESC, key, story, bucket
