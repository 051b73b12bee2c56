-- Every campaign at its largest.
CREATE VIEW IF NOT EXISTS campaigns
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    id,
    argMax(threat, observed_then) AS threat,
    argMax(site, observed_then) AS site,
    max(observed_then) AS observed,
    argMax(expected_then, observed_then) AS expected,
    argMax(membership, observed_then) AS membership,
    argMax(traits, observed_then) AS traits,
    min(first_seen_then) AS first_seen,
    max(last_seen_then) AS last_seen,
    min(as_of) AS first_detected
FROM
(
    SELECT id, threat, site, membership, traits, as_of, observed AS observed_then, expected AS expected_then,
        first_seen AS first_seen_then, last_seen AS last_seen_then
    FROM campaign_history FINAL
)
GROUP BY id
