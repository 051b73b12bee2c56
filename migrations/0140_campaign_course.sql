-- What a campaign does, when the aggregate left its baseline, and how far it has come.
ALTER TABLE campaign_history {on_cluster}
    ADD COLUMN IF NOT EXISTS kind LowCardinality(String) AFTER threat,
    ADD COLUMN IF NOT EXISTS start DateTime64(3, 'UTC') DEFAULT first_seen AFTER last_seen,
    ADD COLUMN IF NOT EXISTS phases String DEFAULT '[]' COMMENT 'JSON array of {name,first,requests,visitors}' AFTER start
