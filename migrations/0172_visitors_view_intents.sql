-- Every visitor key with the judgement that thought worst of it, newest first among equals.
CREATE OR REPLACE VIEW visitors
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    key_type,
    key,
    argMax(address, weight) AS address,
    argMax(user_agent, weight) AS user_agent,
    argMax(site, weight) AS site,
    argMax(nature, weight) AS nature,
    argMax(verification, weight) AS verification,
    argMax(stance, weight) AS stance,
    argMax(class, weight) AS class,
    argMax(intents, weight) AS intents,
    argMax(score, weight) AS score,
    argMax(confidence, weight) AS confidence,
    argMax(action, weight) AS action,
    argMax(campaign, weight) AS campaign,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    max(requests) AS requests,
    argMax(evidence, weight) AS evidence,
    argMax(as_of, weight) AS judged_at
FROM
(
    SELECT *, tuple(stance = 'malicious', score, as_of) AS weight
    FROM visitor_judgements FINAL
)
GROUP BY key_type, key
