-- How rare each step from one path role to the next is on its site in the newest window: millionths of a bit. Scratch.
-- A step to nowhere (the last five bits 0) stands for every step that nobody took.
CREATE TABLE IF NOT EXISTS window_steps
(
    step UInt32,
    surprise UInt32
)
ENGINE = Join(ANY, LEFT, step)
SETTINGS persistent = 0
