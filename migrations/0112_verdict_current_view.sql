-- The verdict in force for each visitor key: its last change, unless that lifted it.
CREATE VIEW IF NOT EXISTS verdict_current
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM
(
    SELECT *
    FROM verdicts
    ORDER BY revision DESC, sequence DESC
    LIMIT 1 BY key_type, key
)
WHERE change != 'lifted'
