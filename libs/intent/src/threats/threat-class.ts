/** The OWASP automated threats judged so far, by the handbook's identifiers. */
export type ThreatClass = 'OAT-007' | 'OAT-008' | 'OAT-011' | 'OAT-014' | 'OAT-015' | 'OAT-018';
