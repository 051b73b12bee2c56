import { type Finding } from './finding.js';

/** What several topics come to together. */
export function mergeFindings(findings: readonly Finding[]): Finding {
  const total = (name: keyof Finding): number =>
    findings.reduce((sum, finding) => sum + finding[name], 0);
  return {
    expected: total('expected'),
    found: total('found'),
    lost: total('lost'),
    duplicated: total('duplicated'),
    gaps: total('gaps'),
    stuck: total('stuck'),
  };
}
