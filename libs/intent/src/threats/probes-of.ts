import { type ProbeKind, type VisitorFeatures } from '../visitor-features.js';

const kinds: readonly ProbeKind[] = [
  'sensitive_file',
  'admin_panel',
  'exploit',
  'injection',
  'traversal',
  'webshell',
  'open_proxy',
  'protocol',
  'enumeration',
];

/** Distinct probing paths of all kinds together. */
export function probesOf(features: VisitorFeatures): number {
  let sum = 0;
  for (const kind of kinds) sum += features.probes[kind];
  return sum;
}
