ALTER TABLE access_events {on_cluster} MODIFY SETTING min_free_disk_bytes_to_perform_insert = 268435456
