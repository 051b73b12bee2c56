import { type Judgement } from '../decision/judgement.js';
import { matchesGlob } from './matches-glob.js';
import { type PolicyRule } from './policy-rule.js';
import { visitedRole } from './visited-role.js';

/** The first rule that applies to a judgement; null where none does. */
export function applyingRule(
  judgement: Judgement,
  rules: readonly PolicyRule[],
): PolicyRule | null {
  return rules.find((rule) => applies(rule, judgement)) ?? null;
}

function applies(rule: PolicyRule, judgement: Judgement): boolean {
  const { keyType, features, confidence } = judgement;
  return (
    confidence >= rule.confidence &&
    isOfClass(judgement.intent, rule.classes) &&
    isAny(rule.sites, (site) => matchesGlob(features.site, site)) &&
    isAny(rule.roles, (role) => visitedRole(features, role)) &&
    isAny(rule.keyTypes, (type) => type === keyType)
  );
}

/** Whether an intent is of one of these classes; `*`, or none named, is every threat. */
export function isOfClass(intent: Judgement['intent'], classes: readonly string[]): boolean {
  const everyThreat = classes.length === 0 || classes.includes('*');
  if (everyThreat && intent.stance === 'malicious') return true;
  return intent.class !== null && classes.includes(intent.class);
}

function isAny<T>(list: readonly T[], holds: (one: T) => boolean): boolean {
  return list.length === 0 || list.some(holds);
}
