import { type Policy } from './policy.js';
import { type PolicyRule } from './policy-rule.js';

/** A policy as a person reads it, a sentence a line, in the order in which it is asked. */
export function policyInWords(policy: Policy): readonly string[] {
  return [
    ...publicationWords(policy),
    ...allowWords(policy),
    ...policy.overrides.map(
      ({ keyType, key, action, until, by }) =>
        `Until ${iso(until)} ${by} decided: ${action} ${keyType} ${key}.`,
    ),
    ...policy.rules.map((rule, i) => `${i + 1}. ${ruleWords(rule)}`),
    `Else: block from ${percent(policy.blockAt)} confidence on, of which ${percent(policy.blockOwnAt)} by its own conduct, an address from ${policy.blockAddressFrom} requests on; challenge other malicious visitors, and people.`,
    `A whole API client is ${policy.enforceOnApiClients ? 'enforced on like others' : 'only watched'}.`,
    `A key that would hit people besides gets ${policy.sharedKeys} at most.`,
    ...policy.cohorts.map(
      ({ name, roles, withinMs, beforeMs, atMost }) =>
        `${name}: who succeeded at ${roles.join(' or ')} within ${lengthOf(withinMs)}, and at least ${lengthOf(beforeMs)} ago, gets ${atMost} at most.`,
    ),
    ...simulateWords(policy),
    ...lifeWords(policy),
    ...limitWords(policy),
    ...(policy.ownStatuses.length === 0
      ? []
      : [
          `Answers of status ${policy.ownStatuses.join(' or ')} are our own, and evidence of nothing.`,
        ]),
  ];
}

function publicationWords({ publication }: Policy): readonly string[] {
  if (publication === 'run') return [];
  return [
    publication === 'stop'
      ? 'STOPPED: nothing is published.'
      : 'STOPPED: nothing is published, and every verdict in force is lifted.',
  ];
}

function allowWords({ allow }: Policy): readonly string[] {
  const parts: [string, readonly (string | number)[]][] = [
    ['addresses', allow.addresses],
    ['networks', allow.networks],
    ['API clients', allow.apiClients],
    ['sessions', allow.sessions.map(() => '(hash)')],
    ['accounts', allow.accounts.map(() => '(hash)')],
    ['those who ask for nothing but', allow.paths.map(({ site, path }) => `${site}${path}`)],
  ];
  const named = parts.filter(([, list]) => list.length > 0);
  return [
    ...named.map(([what, list]) => `Never hit: ${what} ${shortened(list)}.`),
    allow.verifiedBots
      ? 'Never hit: crawlers whose operator is verified.'
      : 'Crawlers whose operator is verified are judged like everybody.',
  ];
}

function ruleWords(rule: PolicyRule): string {
  const { name, action, mode, sites, roles, classes, keyTypes, confidence, evenIfShared } = rule;
  const conditions = [
    classes.length === 0 || classes.includes('*') ? 'every threat' : classes.join(' or '),
    ...(sites.length > 0 ? [`on ${sites.join(' or ')}`] : []),
    ...(roles.length > 0 ? [`at ${roles.join(' or ')}`] : []),
    ...(keyTypes.length > 0 ? [`by ${keyTypes.join(' or ')}`] : []),
    ...(confidence > 0 ? [`from ${percent(confidence)} confidence on`] : []),
  ];
  const trial = mode === 'simulate' ? ', for trial only' : '';
  const shared = evenIfShared ? ', even where people share the key' : '';
  return `${name}: ${action} ${conditions.join(', ')}${trial}${shared}.`;
}

function simulateWords({ simulate }: Policy): readonly string[] {
  if (simulate.everything) return ['Everything is published for trial only.'];
  const parts = [...simulate.sites, ...simulate.classes];
  return parts.length === 0 ? [] : [`For trial only: ${parts.join(', ')}.`];
}

function lifeWords(policy: Policy): readonly string[] {
  const { firstExpiryMs, longestExpiryMs, releaseBelow, decayMs, offenceHalfLifeMs } = policy;
  return [
    `A first verdict lasts ${lengthOf(firstExpiryMs)}, each further one twice as long, ${lengthOf(longestExpiryMs)} at most; it is lifted when the risk falls below ${Math.round(releaseBelow * 100)}, and kept by suspicious conduct for ${lengthOf(decayMs)}. Former offences count half after ${lengthOf(offenceHalfLifeMs)}.`,
  ];
}

function limitWords({ limits }: Policy): readonly string[] {
  return [
    `Held for review: new verdicts of a cycle that are expected to hit more than ${percent(limits.peoplePerCycle)} of the people (${percent(limits.peoplePerDay)} in 24 hours), where that is ${limits.peopleAtLeast} or more.`,
    `At most ${limits.total} verdicts in force; a cycle adds at most ${limits.growth} for each one in force, counted from ${limits.growthFrom} on, and changes at most ${percent(limits.churn)} of them, counted from ${limits.churnFrom} on.`,
  ];
}

const MOST_NAMED = 8;

function shortened(list: readonly (string | number)[]): string {
  const more = list.length - MOST_NAMED;
  return list.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

function lengthOf(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  if (hours < 1) return `${Number((hours * 60).toFixed(1))} minutes`;
  return hours < 48
    ? `${Number(hours.toFixed(1))} hours`
    : `${Number((hours / 24).toFixed(1))} days`;
}
