ALTER TABLE access_events {on_cluster} MODIFY SETTING min_bytes_for_wide_part = 268435456
