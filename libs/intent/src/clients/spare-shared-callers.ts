import { type Judgement } from '../decision/judgement.js';
import { type ClientCaller } from './client-caller.js';

/** Served so many people, and it is a client's server. Assumption, as for proxies. */
const A_SERVER = 3;

/**
 * The addresses of API clients, spared: what goes out there are the calls of everybody behind the client, so whoever of them
 * is malicious carries the verdict, not the address or the user agent they share. Others pass as they are.
 */
export function spareSharedCallers(
  callers: readonly ClientCaller[],
): (judgement: Judgement) => Judgement {
  const people = peopleBehind(callers);
  return (judgement) => spare(judgement, people.get(judgement.key) ?? 0);
}

function peopleBehind(callers: readonly ClientCaller[]): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const { address, userAgent, people: served } of callers) {
    people.set(address, (people.get(address) ?? 0) + served);
    people.set(`${address}|${userAgent}`, served);
  }
  return people;
}

function spare(judgement: Judgement, people: number): Judgement {
  if (people < A_SERVER || judgement.intent.stance !== 'malicious') return judgement;
  const peopleSharing = Math.max(judgement.peopleSharing, people);
  return {
    ...judgement,
    peopleSharing,
    intent: { stance: 'unknown', class: null },
    campaign: null,
  };
}
