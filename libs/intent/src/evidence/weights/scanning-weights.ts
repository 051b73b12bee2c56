/**
 * Vulnerability scanning, footprinting and fingerprinting (OAT-014, OAT-018, OAT-004). Assumptions by order
 * of magnitude: a request that only scanners send makes one a hundred times as likely, a dead end three times.
 */
export const scanningWeights = {
  PROBE_SENSITIVE_FILE: 4.2,
  PROBE_ADMIN_PANEL: 3.6,
  PROBE_EXPLOIT: 5.5,
  PROBE_INJECTION: 4.5,
  PROBE_TRAVERSAL: 4.5,
  PROBE_WEBSHELL: 4.5,
  PROBE_OPEN_PROXY: 4,
  PROBE_PROTOCOL: 3.6,
  PROBE_ENUMERATION: 3.4,
  NOTHING_BUT_PROBES: 2,
  PROBES_WITHOUT_BROWSER: 1.2,
  ATTACK_TOOL: 5.6,
  ASKS_DEAD_SCRIPTS: 2.6,
  GUESSES_PATHS: 1.3,
  API_DEAD_ENDS: 1.3,
  UNUSUAL_METHODS: 1.2,
  COVERS_TEMPLATES: 1.4,
  ODD_METHOD: 3.6,
  ODD_AND_RARE: 1.5,
  ONE_LOOK: 2.2,
} as const;
