ALTER TABLE access_events {on_cluster}
    MODIFY COLUMN IF EXISTS redactions Array(String),
    MODIFY COLUMN IF EXISTS http_request_header_names Array(String),
    MODIFY COLUMN IF EXISTS upstream_bot_tags Array(String),
    MODIFY COLUMN IF EXISTS http_request_headers Map(String, String)
