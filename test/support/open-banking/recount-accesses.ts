import { type ApiCall } from './api-call.js';

interface Rule {
  readonly limit: number;
  readonly period: number;
  readonly span: number;
  readonly from: number;
  readonly to: number;
  readonly byResource: boolean;
}

/** What is counted of one consent. */
interface Recount {
  readonly accesses: number;
  readonly breaches: number;
}

/**
 * Counts unattended accesses the slow way, call by call, and each breach by looking at every access before it. Keys
 * are `client consent`.
 */
export function recountAccesses(calls: readonly ApiCall[], rule: Rule): Map<string, Recount> {
  const streams = new Map<string, Map<string, number[]>>();
  for (const call of calls.filter(isUnattendedAccess)) {
    const consent = `${call.client} ${call.consent === '' ? call.account : call.consent}`;
    const resources = streams.get(consent) ?? new Map<string, number[]>();
    const resource = rule.byResource ? call.path : '';
    resources.set(resource, [...(resources.get(resource) ?? []), call.at]);
    streams.set(consent, resources);
  }
  return new Map(
    [...streams].map(([consent, resources]) => [consent, merged([...resources.values()], rule)]),
  );
}

function isUnattendedAccess({ method, path, status, customer = '' }: ApiCall): boolean {
  const isData = method === 'GET' && path.includes('/accounts');
  return isData && customer === '' && ((status >= 200 && status < 300) || status === 304);
}

function merged(resources: readonly (readonly number[])[], rule: Rule): Recount {
  const counted = resources.map((times) => countOf(times, rule));
  return {
    accesses: counted.reduce((sum, { accesses }) => sum + accesses, 0),
    breaches: Math.max(...counted.map(({ breaches }) => breaches)),
  };
}

function countOf(times: readonly number[], { limit, period, span, from, to }: Rule): Recount {
  const accesses: number[] = [];
  for (const time of times.toSorted((a, b) => a - b)) {
    const last = accesses.at(-1);
    if (last === undefined || time >= last + span) accesses.push(time);
  }
  const judged = accesses.filter((time) => time >= from && time < to);
  const tooMany = judged.filter((time) => {
    const before = accesses.filter((other) => other > time - period && other <= time);
    return before.length > limit;
  });
  return { accesses: judged.length, breaches: tooMany.length };
}
