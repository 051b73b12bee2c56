-- Whatever else a visitor is likely there for, besides the likeliest.
ALTER TABLE visitor_judgements
    ADD COLUMN IF NOT EXISTS intents Array(Tuple(class String, probability Float64)) COMMENT 'every likely intent, likeliest first'
