-- Every campaign at its largest, with its course: when it began, when it was found, and how far it came.
CREATE OR REPLACE VIEW campaigns {on_cluster}
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    id,
    argMax(threat, observed_then) AS threat,
    argMax(kind, observed_then) AS kind,
    argMax(site, observed_then) AS site,
    max(observed_then) AS observed,
    argMax(expected_then, observed_then) AS expected,
    argMax(membership, observed_then) AS membership,
    argMax(traits, observed_then) AS traits,
    min(start_then) AS start,
    min(first_seen_then) AS first_seen,
    max(last_seen_then) AS last_seen,
    min(as_of) AS first_detected,
    argMax(phases, (length(phases) > 2, as_of)) AS phases
FROM
(
    SELECT id, threat, kind, site, membership, traits, as_of, phases, observed AS observed_then, expected AS expected_then,
        first_seen AS first_seen_then, last_seen AS last_seen_then, start AS start_then
    FROM campaign_history FINAL
)
GROUP BY id
