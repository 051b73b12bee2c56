-- Which verdict an appeal is against, in event time: a later one stands.
ALTER TABLE operator_orders
    ADD COLUMN IF NOT EXISTS verdict_at DateTime64(3, 'UTC') DEFAULT given_at COMMENT 'of an appeal: when the verdict was issued, in event time'
