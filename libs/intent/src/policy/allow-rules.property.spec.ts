import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Action } from '../decision/action.js';
import { advanceVerdict, expireVerdict } from '../decision/advance-verdict.js';
import { type Judgement } from '../decision/judgement.js';
import { type VerdictState } from '../decision/verdict-state.js';
import { type VisitorKeyType } from '../visitor-features.js';
import { type AllowRules } from './allow-rules.js';
import { defaultPolicy } from './default-policy.js';
import { judgementSketch } from './judgement-sketch.js';
import { type Policy } from './policy.js';
import { type PolicyRule } from './policy-rule.js';
import { type Sighting } from './sighting.js';

/** A small world, so that chance meets it often: 16 addresses in two /29, of two networks. */
const octet = fc.integer({ min: 0, max: 15 });
const address = octet.map((last) => `192.0.2.${last}`);
const agent = fc.constantFrom('curl', 'Firefox');
const session = fc.constantFrom('', 's1', 's2');
const client = fc.constantFrom('', 'tpp');

const sighting: fc.Arbitrary<Sighting> = fc
  .record({
    address,
    userAgent: agent,
    session,
    apiClient: client,
    allowedAccounts: fc.integer({ min: 0, max: 1 }),
    requests: fc.integer({ min: 1, max: 3 }),
    allowedPaths: fc.integer({ min: 0, max: 3 }),
  })
  .map((seen) => ({
    ...seen,
    allowedPaths: Math.min(seen.allowedPaths, seen.requests),
    network: networkOf(seen.address),
  }));

const networkOf = (text: string): number => (Number(text.split('.')[3]) < 8 ? 64_496 : 64_497);

const allow: fc.Arbitrary<AllowRules> = fc.record({
  addresses: fc.array(
    fc
      .tuple(octet, fc.integer({ min: 28, max: 32 }))
      .map(([last, bits]) => `192.0.2.${last}/${bits}`),
    { maxLength: 2 },
  ),
  networks: fc.subarray([64_496, 64_497], { maxLength: 1 }),
  apiClients: fc.subarray(['tpp']),
  sessions: fc.subarray(['s1', 's2'], { maxLength: 1 }),
  accounts: fc.constant(['account']),
  paths: fc.constant([]),
  verifiedBots: fc.boolean(),
});

const action = fc.constantFrom<Action>('allow', 'monitor', 'throttle', 'challenge', 'block');
const rule: fc.Arbitrary<PolicyRule> = fc.record({
  name: fc.constant('rule'),
  sites: fc.constant([]),
  roles: fc.constant([]),
  classes: fc.constantFrom(['*'], ['OAT-008'], []),
  keyTypes: fc.constant([]),
  confidence: fc.constantFrom(0, 0.9),
  action,
  mode: fc.constantFrom('enforce' as const, 'simulate' as const),
  evenIfShared: fc.boolean(),
});

const key: fc.Arbitrary<{
  keyType: VisitorKeyType;
  key: string;
  address: string;
  userAgent: string;
}> = fc
  .tuple(
    fc.constantFrom<VisitorKeyType>(
      'address',
      'address_user_agent',
      'session',
      'prefix',
      'fingerprint',
      'network',
      'api_client',
      'api_sub_visitor',
    ),
    address,
    agent,
    fc.integer({ min: 28, max: 31 }),
  )
  .map(([keyType, at, userAgent, bits]) => ({
    keyType,
    address: at,
    userAgent,
    key: {
      address: at,
      address_user_agent: `${at}|${userAgent}`,
      session: 's1',
      prefix: `${at}/${bits}`,
      fingerprint: `${userAgent}|t13d`,
      network: `AS${networkOf(at)}`,
      api_client: 'tpp',
      api_sub_visitor: 'tpp|consent',
    }[keyType],
  }));

const judgement: fc.Arbitrary<Judgement> = fc
  .tuple(
    key,
    fc.integer({ min: 0, max: 100 }),
    fc.constantFrom<Judgement['nature']>('undeclared_bot', 'verified_bot', 'human'),
  )
  .map(([named, score, nature]) => ({
    ...judgementSketch({
      ...named,
      nature,
      intent:
        score >= 80
          ? { stance: 'malicious', class: 'OAT-008' }
          : { stance: 'unknown', class: null },
      score,
      confidence: score / 100,
      peopleSharing: 0,
      site: 'shop.example',
      requests: 100,
      roles: ['login'],
    }),
  }));

const policy: fc.Arbitrary<Policy> = fc
  .tuple(allow, fc.array(rule, { maxLength: 2 }), action, key)
  .map(([allowed, rules, overriding, { keyType, key: overridden }]) => ({
    ...defaultPolicy,
    allow: allowed,
    rules,
    overrides: [
      { keyType, key: overridden, action: overriding, until: 1e15, by: 'ops', reason: 'so' },
    ],
  }));

/** First and last of an IPv4 block as numbers, by arithmetic: not as the code under test does it. */
function rangeOf(block: string): [number, number] {
  const [text = '', bits = '32'] = block.split('/');
  const base = text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(base / size) * size;
  return [first, first + size - 1];
}

const overlaps = (one: string, other: string): boolean => {
  const [from, to] = rangeOf(one);
  const [otherFrom, otherTo] = rangeOf(other);
  return from <= otherTo && otherFrom <= to;
};

/** Whether a request is of somebody allowed. */
const isAllowed = (
  seen: Sighting,
  { addresses, networks, apiClients, sessions }: AllowRules,
): boolean =>
  addresses.some((block) => overlaps(block, seen.address)) ||
  networks.includes(seen.network) ||
  apiClients.includes(seen.apiClient) ||
  sessions.includes(seen.session) ||
  seen.allowedAccounts > 0;

/** Whether an enforcement point that has this verdict meets the request with it. */
function meets({ keyType, key: text }: VerdictState, seen: Sighting): boolean {
  if (keyType === 'address' || keyType === 'prefix') return overlaps(text, seen.address);
  if (keyType === 'address_user_agent') return text === `${seen.address}|${seen.userAgent}`;
  if (keyType === 'session') return text === seen.session;
  if (keyType === 'fingerprint') return text.startsWith(`${seen.userAgent}|`);
  if (keyType === 'network') return text === `AS${seen.network}`;
  return text.split('|')[0] === seen.apiClient;
}

const FELT = new Set<Action>(['throttle', 'challenge', 'block']);

describe('allow rules', () => {
  it('are never overruled: no verdict is on an allowed key, nor on one that hits an allowed one', () => {
    let published = 0;
    let spared = 0;
    const step = fc.record({ judgement, policy, sightings: fc.array(sighting, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const states = new Map<string, VerdictState>();
        steps.forEach((one, i) => {
          const name = `${one.judgement.keyType}/${one.judgement.key}`;
          const circumstances = {
            now: i,
            blastRadius: null,
            sightings: one.sightings,
            cohorts: [],
            isPardoned: false,
          };
          const previous = states.get(name) ?? null;
          const { state, change } = advanceVerdict(
            previous,
            one.judgement,
            i,
            one.policy,
            circumstances,
          );
          states.set(name, state);
          if (!FELT.has(state.action)) {
            spared += 1;
            return;
          }
          if (change === 'none') expect(previous?.action).toBe(state.action);
          published += 1;
          const hit = one.sightings.filter((seen) => meets(state, seen));
          expect(hit.filter((seen) => isAllowed(seen, one.policy.allow))).toEqual([]);
          const isBlock = state.keyType === 'address' || state.keyType === 'prefix';
          const near = one.policy.allow.addresses.filter(
            (block) => isBlock && overlaps(block, state.key),
          );
          expect(near).toEqual([]);
        });
      }),
      { numRuns: 2_000 },
    );
    // The test would say nothing if nothing were published, or nobody spared.
    expect(published).toBeGreaterThan(150);
    expect(spared).toBeGreaterThan(1_000);
  });

  it('lift a verdict in force as soon as its key is allowed, though nobody judged it again', () => {
    fc.assert(
      fc.property(judgement, fc.array(allow, { maxLength: 4 }), (one, rules) => {
        const start = advanceVerdict(null, one, 0, defaultPolicy).state;
        for (const next of rules) {
          const { state } = expireVerdict(start, 1, { allow: next });
          const isNear =
            (state.keyType === 'address' || state.keyType === 'prefix') &&
            next.addresses.some((block) => overlaps(block, state.key));
          if (isNear) expect(FELT.has(state.action)).toBe(false);
        }
      }),
    );
  });
});
