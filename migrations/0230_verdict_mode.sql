-- Whether a verdict is enforced or only tried, told without reading its message: which answers of the log are our own hangs on it.
ALTER TABLE verdicts
    ADD COLUMN IF NOT EXISTS mode LowCardinality(String) DEFAULT JSONExtractString(message, 'mode')
