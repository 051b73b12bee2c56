-- Which look at the log decided: a cycle ('') or a round between cycles over facts that need no baseline ('facts').
ALTER TABLE verdicts
    ADD COLUMN IF NOT EXISTS round LowCardinality(String) DEFAULT ''
