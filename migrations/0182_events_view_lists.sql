CREATE OR REPLACE VIEW events {on_cluster}
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS
WITH toString(client_address) AS address
SELECT
    * EXCEPT (reject_reason, raw, duplicate_mark),
    request_start_time,
    multiIf(
        client_host != '', client_host,
        startsWith(address, '::ffff:') AND position(address, '.') > 0, substring(address, 8),
        address
    ) AS client
FROM access_events
WHERE reject_reason = '' AND duplicate_mark = ''
