CREATE OR REPLACE VIEW dead_letters {on_cluster}
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS
SELECT
    kafka_topic,
    kafka_partition,
    kafka_offset,
    kafka_index,
    kafka_append_time,
    source_name,
    reject_reason,
    raw
FROM access_events
WHERE reject_reason != '' AND NOT startsWith(reject_reason, 'skipped:')
