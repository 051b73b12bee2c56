-- Which look at the log left the state, as in verdicts: '' a cycle, 'facts' a round between cycles.
ALTER TABLE verdict_states
    ADD COLUMN IF NOT EXISTS round LowCardinality(String) DEFAULT ''
