ALTER TABLE access_events {on_cluster} MODIFY SETTING deduplicate_merge_projection_mode = 'rebuild'
