ALTER TABLE access_events {on_cluster} MODIFY SETTING merge_selector_base = 10
