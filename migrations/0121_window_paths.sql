-- How rare each path template is among the visitors of its site in the newest window: millionths of a bit. Scratch.
CREATE TABLE IF NOT EXISTS window_paths
(
    path UInt64,
    surprise UInt32
)
ENGINE = Join(ANY, LEFT, path)
SETTINGS persistent = 0
