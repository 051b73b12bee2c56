ALTER TABLE visitor_judgements
    ADD COLUMN IF NOT EXISTS snapshot String COMMENT 'in cycle_snapshots: the log that the judgement was made from'
