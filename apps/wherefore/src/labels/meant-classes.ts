/**
 * What the classes of people's labels mean in OWASP's terms; several where a log cannot tell them apart, or the label does not. A
 * class that is a threat's identifier means itself; several are joined by `;`.
 */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  credential_attack: ['OAT-007', 'OAT-008'],
  credential_attack_or_tool: ['OAT-007', 'OAT-008', 'OAT-014'],
  vuln_scan: ['OAT-014', 'OAT-018', 'OAT-004'],
  proxy_or_protocol_probe: ['OAT-014', 'OAT-018', 'OAT-004'],
  scraping: ['OAT-011'],
};

/** The threats that a label's class may be called; empty where the class says nothing about intent. */
export function meantClasses(labelClass: string): readonly string[] {
  const parts = labelClass.split(';').map((part) => part.trim());
  return parts.flatMap((part) => (/^OAT-\d{3}$/.test(part) ? [part] : (MEANINGS[part] ?? [])));
}
