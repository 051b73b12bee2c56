ALTER TABLE analysis_cycles
    ADD COLUMN IF NOT EXISTS snapshot String COMMENT 'in cycle_snapshots: how far the stored log reached when the cycle began'
