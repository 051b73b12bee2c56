import { printable } from '../terminal/printable.js';
import { type PolicyTest } from './test-policy.js';

/** Which rule decides about a visitor, for a person. */
export function renderPolicyTest({ judged, decision }: PolicyTest): string {
  const { keyType, key, score, confidence, nature, stance, action } = judged;
  const what = judged.class === '' ? stance : `${stance}, ${judged.class}`;
  const trial = decision.mode === 'simulate' ? ' (for trial only)' : '';
  const at = new Date(judged.judgedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    printable(`${keyType}/${key}`, 160),
    `  judged ${at} UTC: ${what}, risk ${score}, confidence ${confidence.toFixed(2)}, ${nature.replaceAll('_', ' ')}; then ${action}`,
    `  at ${printable(judged.site, 80)}, roles ${judged.roles.join(', ')}`,
    `  this policy: ${decision.action}${trial}, by ${decision.because}`,
  ].join('\n');
}
