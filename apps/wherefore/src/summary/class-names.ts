/** OWASP automated threats in plain words (OWASP Automated Threat Handbook 1.3). */
const NAMES: Readonly<Record<string, string>> = {
  'OAT-001': 'carding',
  'OAT-002': 'token cracking',
  'OAT-003': 'cost-inflation fraud',
  'OAT-004': 'fingerprinting',
  'OAT-005': 'scalping',
  'OAT-006': 'expediting',
  'OAT-007': 'credential cracking',
  'OAT-008': 'credential stuffing',
  'OAT-009': 'CAPTCHA defeat',
  'OAT-010': 'card cracking',
  'OAT-011': 'scraping',
  'OAT-012': 'cashing out',
  'OAT-013': 'sniping',
  'OAT-014': 'vulnerability scanning',
  'OAT-015': 'denial of service',
  'OAT-016': 'skewing',
  'OAT-017': 'spamming',
  'OAT-018': 'footprinting',
  'OAT-019': 'account creation',
  'OAT-020': 'account aggregation',
  'OAT-021': 'denial of inventory',
};

export function className(threat: string): string {
  const name = NAMES[threat];
  return name === undefined ? threat : `${threat} ${name}`;
}
