/** OWASP automated threats in plain words (OWASP Automated Threat Handbook 1.3). */
const NAMES: Readonly<Record<string, string>> = {
  'OAT-001': 'carding',
  'OAT-007': 'credential cracking',
  'OAT-008': 'credential stuffing',
  'OAT-010': 'card cracking',
  'OAT-011': 'scraping',
  'OAT-014': 'vulnerability scanning',
  'OAT-015': 'denial of service',
  'OAT-018': 'footprinting',
  'OAT-019': 'account creation',
};

export function className(threat: string): string {
  const name = NAMES[threat];
  return name === undefined ? threat : `${threat} ${name}`;
}
