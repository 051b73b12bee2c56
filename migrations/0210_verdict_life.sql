-- How a verdict in force may still develop: whether it is only tried, when conduct last confirmed it, what caps it, and which part of the policy decided.
ALTER TABLE verdict_states
    ADD COLUMN IF NOT EXISTS mode LowCardinality(String) DEFAULT 'enforce' COMMENT 'enforce or simulate',
    ADD COLUMN IF NOT EXISTS confirmed_at Nullable(DateTime64(3, 'UTC')) DEFAULT if(phase = 'condemned', since, NULL) COMMENT 'when conduct last confirmed the verdict; NULL unless in force',
    ADD COLUMN IF NOT EXISTS at_most LowCardinality(String) DEFAULT 'block' COMMENT 'the strictest action this verdict may still take',
    ADD COLUMN IF NOT EXISTS because LowCardinality(String) DEFAULT 'default' COMMENT 'the part of the policy that decided'
