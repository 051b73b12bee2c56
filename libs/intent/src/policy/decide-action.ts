import { type Action } from '../decision/action.js';
import { type Judgement } from '../decision/judgement.js';
import { allowedBy } from './allowed-by.js';
import { applyingRule, isOfClass } from './applying-rule.js';
import { cidrOverlap } from './cidr-overlap.js';
import { type Circumstances } from './circumstances.js';
import { type Decision } from './decision.js';
import { blockOf } from './key-scope.js';
import { matchesGlob } from './matches-glob.js';
import { type OperatorOverride } from './operator-override.js';
import { type Policy } from './policy.js';
import { milderOf, stricterOf } from './strictness.js';
import { unknownCircumstances } from './unknown-circumstances.js';

/**
 * What policy does about a judgement. Asked in this order, the first answer holds: who is allowed; what a person decided; who was
 * condemned by mistake before; the first rule that applies; what is done without one. What rules ask for is then capped: people share
 * the key, or it belongs to people known from before. Pure.
 */
export function decideAction(
  judgement: Judgement,
  policy: Policy,
  circumstances: Circumstances = unknownCircumstances,
): Decision {
  const spared = sparedBy(judgement, policy, circumstances);
  if (spared !== null) return spared;
  const override = overrideOf(judgement, policy, circumstances.now);
  if (override !== null) return final(override.action, 'overrides');
  if (circumstances.isPardoned) return final('monitor', 'appeal');
  return capped(wanted(judgement, policy), judgement, policy, circumstances);
}

/** The action for a judgement. People and verified bots are never blocked by default, nor addresses people share. */
export function actionFor(
  judgement: Judgement,
  policy: Policy,
  circumstances: Circumstances = unknownCircumstances,
): Action {
  return decideAction(judgement, policy, circumstances).action;
}

function sparedBy(
  judgement: Judgement,
  { allow }: Policy,
  { sightings, blastRadius }: Circumstances,
): Decision | null {
  const rule = allowedBy(judgement, sightings, allow);
  if (rule !== null) return final('allow', rule);
  const hitsBots = judgement.nature === 'verified_bot' || (blastRadius?.verifiedBots ?? 0) > 0;
  if (!allow.verifiedBots || !hitsBots) return null;
  return final(judgement.nature === 'verified_bot' ? 'allow' : 'monitor', 'allow.verified_bots');
}

/** An override of this key that still holds. */
export function overrideOf(
  { keyType, key }: Pick<Judgement, 'keyType' | 'key'>,
  { overrides }: Policy,
  now: number,
): OperatorOverride | null {
  const isIt = (one: OperatorOverride): boolean =>
    one.keyType === keyType && one.key === key && one.until > now;
  return overrides.find(isIt) ?? null;
}

const final = (action: Action, because: string): Decision => ({
  action,
  mode: 'enforce',
  atMost: action,
  because,
});

interface Wanted extends Decision {
  readonly evenIfShared: boolean;
}

function wanted(judgement: Judgement, policy: Policy): Wanted {
  const rule = applyingRule(judgement, policy.rules);
  if (rule === null) return { ...byDefault(judgement, policy), evenIfShared: false };
  const { name, action, mode, evenIfShared } = rule;
  return { action, mode, atMost: action, because: `rules.${name}`, evenIfShared };
}

function byDefault(judgement: Judgement, policy: Policy): Decision {
  const { intent, keyType, nature } = judgement;
  if (keyType === 'api_client' && !policy.enforceOnApiClients) return final('monitor', 'default');
  const atMost = nature === 'human' ? 'challenge' : 'block';
  const decided = { mode: 'enforce', atMost, because: 'default' } as const;
  if (intent.stance !== 'malicious')
    return { ...decided, action: intent.stance === 'benign' ? 'allow' : 'monitor' };
  return {
    ...decided,
    action: milderOf(isCertain(judgement, policy) ? 'block' : 'challenge', atMost),
  };
}

function isCertain(
  { confidence, ownConfidence, ...judgement }: Judgement,
  policy: Policy,
): boolean {
  const known =
    judgement.keyType !== 'address' || judgement.features.requests >= policy.blockAddressFrom;
  return known && confidence >= policy.blockAt && ownConfidence >= policy.blockOwnAt;
}

function capped(
  { evenIfShared, ...decision }: Wanted,
  judgement: Judgement,
  policy: Policy,
  circumstances: Circumstances,
): Decision {
  const caps: [Action, string][] = policy.cohorts
    .filter(({ name }) => circumstances.cohorts.includes(name))
    .map(({ name, atMost }) => [atMost, `protect.${name}`]);
  caps.push(...overridesWithin(judgement, policy, circumstances.now));
  if (!evenIfShared) caps.push(...sharingCaps(judgement, policy, circumstances));
  const atMostOf = (one: Decision, [atMost, because]: [Action, string]): Decision => ({
    ...one,
    atMost: milderOf(one.atMost, atMost),
    ...(milderOf(one.action, atMost) !== one.action && { action: atMost, because }),
  });
  return { ...caps.reduce(atMostOf, decision), mode: modeOf(decision, judgement, policy) };
}

/** What a person decided about an address holds against a verdict on its prefix, too. */
function overridesWithin(
  { keyType, key }: Judgement,
  { overrides }: Policy,
  now: number,
): [Action, string][] {
  if (keyType !== 'prefix') return [];
  return overrides
    .filter((one) => one.until > now && cidrOverlap(key, blockOf(one) ?? ''))
    .map(({ action }) => [stricterOf(action, 'monitor'), 'overrides']);
}

/** An address that people share is left to the finer keys behind it; any other key is enforced as mildly as policy wants. */
function sharingCaps(
  { peopleSharing }: Judgement,
  { sharedKeys }: Policy,
  { blastRadius }: Circumstances,
): [Action, string][] {
  if (peopleSharing > 0) return [['monitor', 'shared_keys']];
  return (blastRadius?.people ?? 0) > 0 ? [[sharedKeys, 'shared_keys']] : [];
}

function modeOf(
  { mode }: Decision,
  { features, intent }: Judgement,
  { simulate }: Policy,
): Decision['mode'] {
  const isSimulated =
    simulate.everything ||
    simulate.sites.some((site) => matchesGlob(features.site, site)) ||
    (simulate.classes.length > 0 && isOfClass(intent, simulate.classes));
  return isSimulated ? 'simulate' : mode;
}
