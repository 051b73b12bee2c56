-- The newest report on each API client.
CREATE VIEW IF NOT EXISTS api_clients
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM
(
    SELECT *
    FROM api_client_reports FINAL
    ORDER BY as_of DESC
    LIMIT 1 BY client
)
