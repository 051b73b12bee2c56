-- Every change of every verdict, in order.
CREATE VIEW IF NOT EXISTS verdict_history
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT sequence, as_of, change, key_type, key, revision, action, nature, verification, stance, class, score,
    confidence, campaign, issued_at, expires_at, message
FROM verdicts
ORDER BY sequence
