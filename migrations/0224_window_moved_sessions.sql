-- Sessions that are counted again in the newest cycle: scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_moved_sessions
(
    session_key String
)
ENGINE = MergeTree
ORDER BY session_key
