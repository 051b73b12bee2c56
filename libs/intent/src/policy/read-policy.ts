import { parseCidr, PATH_ROLES, type PathRole } from '#libs/traffic';
import { type Action } from '../decision/action.js';
import { threats } from '../threats/threats.js';
import { purposes } from '../purposes/purposes.js';
import { type VisitorKeyType } from '../visitor-features.js';
import { type AllowRules } from './allow-rules.js';
import { defaultPolicy } from './default-policy.js';
import { type OperatorOverride } from './operator-override.js';
import { type Policy } from './policy.js';
import { type PolicyRule } from './policy-rule.js';
import { type ProtectedCohort } from './protected-cohort.js';
import { type PublicationLimits } from './publication-limits.js';
import { type SettingProblem, SettingReader } from './setting-reader.js';
import { COUNTED_ROLES } from './visited-role.js';

const ACTIONS: readonly [Action, ...Action[]] = [
  'allow',
  'monitor',
  'throttle',
  'challenge',
  'block',
];
const CAPS = ['monitor', 'throttle', 'challenge', 'block'] as const;
const MODES = ['enforce', 'simulate'] as const;
const KEY_TYPES: readonly VisitorKeyType[] = [
  'address',
  'address_user_agent',
  'session',
  'fingerprint',
  'prefix',
  'network',
  'api_client',
  'api_sub_visitor',
];
const CLASSES = [...threats.map(({ id }) => id), ...purposes.map(({ id }) => id)];
const MINUTE = 60_000;
const DAY = 86_400_000;
const NAME = /^[\w.:-]{1,60}$/;
const NAME_WANTED = 'a name of up to 60 letters, digits, dots, dashes and colons';

/** A policy as a file says it, and everything that is wrong with it. What the file leaves out is as in the default policy. */
export function readPolicy(content: unknown): {
  readonly policy: Policy;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const file = new SettingReader(content, problems);
  const version = file.text('version', null, NAME, NAME_WANTED);
  const publication = file.choice(
    'publication',
    ['run', 'stop', 'lift'] as const,
    defaultPolicy.publication,
  );
  const policy: Policy = {
    version,
    publication,
    ...readThresholds(file.section('thresholds')),
    ...readLife(file.section('life')),
    sharedKeys: file.choice('shared_keys', CAPS, defaultPolicy.sharedKeys),
    allow: readAllow(file.section('allow')),
    overrides: file.sections('overrides', readOverride),
    rules: file.sections('rules', readRule),
    cohorts: file.sections('protect', readCohort),
    simulate: readSimulate(file.section('simulate')),
    limits: readLimits(file.section('limits')),
    ownStatuses: readOwnStatuses(file.section('enforcement_marker')),
  };
  file.finish();
  return { policy, problems: [...problems, ...repeatedNames(policy)] };
}

function readThresholds(
  from: SettingReader,
): Pick<Policy, 'blockAt' | 'blockOwnAt' | 'blockAddressFrom' | 'enforceOnApiClients'> {
  const { blockAt, blockOwnAt, blockAddressFrom, enforceOnApiClients } = defaultPolicy;
  const thresholds = {
    blockAt: from.number('block_confidence', 0, 1, blockAt),
    blockOwnAt: from.number('block_own_confidence', 0, 1, blockOwnAt),
    blockAddressFrom: from.number('block_address_requests', 0, 1e9, blockAddressFrom),
    enforceOnApiClients: from.flag('enforce_on_api_clients', enforceOnApiClients),
  };
  from.finish();
  return thresholds;
}

function readLife(
  from: SettingReader,
): Pick<
  Policy,
  'releaseBelow' | 'firstExpiryMs' | 'longestExpiryMs' | 'decayMs' | 'offenceHalfLifeMs'
> {
  const { releaseBelow, firstExpiryMs, longestExpiryMs, decayMs, offenceHalfLifeMs } =
    defaultPolicy;
  const first = from.duration('first', MINUTE, firstExpiryMs);
  const longest = from.duration('longest', MINUTE, longestExpiryMs);
  if (longest < first) from.note('longest', 'must be no shorter than first');
  const life = {
    releaseBelow: from.number('release_below', 0, 0.8, releaseBelow),
    firstExpiryMs: first,
    longestExpiryMs: longest,
    decayMs: from.duration('decay', 0, decayMs),
    offenceHalfLifeMs: from.duration('memory', MINUTE, offenceHalfLifeMs),
  };
  from.finish();
  return life;
}

function readAllow(from: SettingReader): AllowRules {
  const anyText = (text: string): boolean => text.length > 0 && text.length <= 300;
  const allow: AllowRules = {
    addresses: from.texts(
      'addresses',
      (text) => parseCidr(text) !== null,
      'an address or a block such as 192.0.2.0/24',
    ),
    networks: from
      .texts('networks', (text) => /^(AS)?\d{1,10}$/i.test(text), 'a number such as 64496')
      .map((text) => Number(text.replace(/^AS/i, ''))),
    apiClients: from.texts('api_clients', anyText, 'the id of an API client'),
    sessions: from.texts('sessions', anyText, 'the hash of a session, as the store has it'),
    accounts: from.texts('accounts', anyText, 'the hash of an account, as the store has it'),
    paths: from.sections('paths', (item) => ({
      site: item.text('site', '*', NO_SPACE, 'a host; * stands for any part of it'),
      path: item.text('path', null, /^\/\S{0,500}$/, 'a path that begins with /'),
    })),
    verifiedBots: from.flag('verified_bots', defaultPolicy.allow.verifiedBots),
  };
  from.finish();
  return allow;
}

const NO_SPACE = /^\S{1,253}$/;

function readOverride(from: SettingReader): OperatorOverride {
  const wanted = `type and key, such as address/192.0.2.7; types are ${KEY_TYPES.join(', ')}`;
  const named = from.text(
    'key',
    null,
    new RegExp(`^(${KEY_TYPES.join('|')})/.{1,2000}$`, 's'),
    wanted,
  );
  const slash = named.indexOf('/');
  return {
    keyType: named.slice(0, slash) as VisitorKeyType,
    key: named.slice(slash + 1),
    action: from.choice('action', ACTIONS, null),
    until: from.instant('until'),
    by: from.text('by', null),
    reason: from.text('reason', null),
  };
}

function readRule(from: SettingReader): PolicyRule {
  return {
    name: from.text('name', null, NAME, NAME_WANTED),
    sites: from.texts('sites', (text) => NO_SPACE.test(text), 'a host; * stands for any part'),
    roles: readRoles(from, 'roles'),
    classes: from.choices('classes', ['*', ...CLASSES]),
    keyTypes: from.choices('keys', KEY_TYPES),
    confidence: from.number('confidence', 0, 1, 0),
    action: from.choice('action', ACTIONS, null),
    mode: from.choice('mode', MODES, 'enforce'),
    evenIfShared: from.flag('even_if_shared', false),
  };
}

function readRoles(from: SettingReader, name: string): readonly PathRole[] {
  return from.choices(name, COUNTED_ROLES);
}

function readCohort(from: SettingReader): ProtectedCohort {
  return {
    name: from.text('name', null, NAME, NAME_WANTED),
    roles: from.choices('succeeded_at', PATH_ROLES),
    withinMs: from.duration('within', MINUTE, 30 * DAY),
    beforeMs: from.duration('at_least', 0, DAY),
    atMost: from.choice('at_most', CAPS, 'challenge'),
  };
}

function readSimulate(from: SettingReader): Policy['simulate'] {
  const simulate = {
    everything: from.flag('everything', false),
    sites: from.texts('sites', (text) => NO_SPACE.test(text), 'a host; * stands for any part'),
    classes: from.choices('classes', ['*', ...CLASSES]),
  };
  from.finish();
  return simulate;
}

function readLimits(from: SettingReader): PublicationLimits {
  const { limits } = defaultPolicy;
  const read: PublicationLimits = {
    peoplePerCycle: from.number('people_per_cycle', 0, 1, limits.peoplePerCycle),
    peoplePerDay: from.number('people_per_day', 0, 1, limits.peoplePerDay),
    peopleAtLeast: from.number('people_at_least', 0, 1e9, limits.peopleAtLeast),
    total: from.number('total', 0, 1e9, limits.total),
    growth: from.number('growth', 0, 1e6, limits.growth),
    growthFrom: from.number('growth_from', 1, 1e9, limits.growthFrom),
    churn: from.number('churn', 0, 1, limits.churn),
    churnFrom: from.number('churn_from', 0, 1e9, limits.churnFrom),
  };
  from.finish();
  return read;
}

/** What sites answer by themselves to those who guess, scan or fail says what a visitor does. */
const TELLING_STATUSES: ReadonlySet<string> = new Set(['400', '401', '404', '500', '502']);

function readOwnStatuses(from: SettingReader): readonly number[] {
  const wanted =
    'a status from 402 to 599 that no site gives by itself, such as 418; not 404, 500 or 502';
  const isIt = (text: string): boolean => /^[45]\d\d$/.test(text) && !TELLING_STATUSES.has(text);
  const statuses = from.texts('status', isIt, wanted).map(Number);
  from.finish();
  return [...new Set(statuses)].toSorted((a, b) => a - b);
}

/** Two rules of one name: nobody could tell from a verdict which of them decided. */
function repeatedNames({ rules, cohorts }: Policy): SettingProblem[] {
  return [...repeated(rules, 'rules'), ...repeated(cohorts, 'protect')];
}

function repeated(list: readonly { readonly name: string }[], section: string): SettingProblem[] {
  return list.flatMap(({ name }, i) =>
    list.findIndex((one) => one.name === name) < i
      ? [{ path: [section, i, 'name'], problem: 'is the name of another one before it' }]
      : [],
  );
}
