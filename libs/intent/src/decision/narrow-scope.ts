import { type Judgement } from './judgement.js';

/**
 * The narrowest scope wins: settles the judgement of an address with those of the user agents and
 * sessions behind it. People with the same browser are told apart by their sessions.
 *
 * Where people share the address, `peopleSharing` says how many, and policy leaves the address alone: the
 * malicious user agents or sessions carry the verdicts. Where nobody else would be hit, the address carries it, so
 * that changing the user agent does not help. An address that is only suspicious because many people add
 * up, or that mostly sends other people's requests, is not called malicious. Contract: `address` is judged
 * over all its requests, `agents` each over its own.
 */
export function narrowScope(
  address: Judgement,
  agents: readonly Judgement[],
): readonly Judgement[] {
  const people = peopleAmong(
    agents.filter((agent) => !isSession(agent) || !renewsSessions(address)),
  );
  if (address.intent.stance !== 'malicious' || people === 0) return [address, ...agents];
  const share = guiltyShare(address, agents);
  if (share >= MOSTLY) return [{ ...address, peopleSharing: people }, ...agents];
  return [
    {
      ...address,
      peopleSharing: people,
      intent: { stance: 'unknown', class: null },
      intents: [],
      campaign: null,
    },
    ...agents,
  ];
}

/** Whether the sessions behind an address are a tool's own, begun anew for each deed: each by itself does too little to tell. */
function renewsSessions({ evidence, features }: Judgement): boolean {
  return features.userAgents === 1 && evidence.some(({ code }) => code === 'NEW_SESSION_EACH_TIME');
}

const MOSTLY = 0.5;

/** Judged human, and not there to do harm. */
function isPerson({ nature, intent }: Judgement): boolean {
  return nature === 'human' && intent.stance !== 'malicious';
}

/** People behind an address: as many as its user agents tell apart, or its sessions, whichever are more. */
export function peopleAmong(judgements: readonly Judgement[]): number {
  const people = judgements.filter(isPerson);
  const sessions = people.filter(isSession).length;
  return Math.max(sessions, people.length - sessions);
}

const isSession = ({ keyType }: Judgement): boolean => keyType === 'session';

/**
 * The share of the address's requests that are the attacker's. Where user agents or sessions are guilty, theirs, as
 * whichever tells more; where none is, what is left without the people's: attackers keep no session.
 */
function guiltyShare(address: Judgement, agents: readonly Judgement[]): number {
  const guilty = agents.filter(({ intent }) => intent.stance === 'malicious');
  const ofAll = address.features.requests;
  if (guilty.length > 0 || !agents.some(isSession)) return mostRequests(guilty) / ofAll;
  return 1 - mostRequests(agents.filter(isPerson)) / ofAll;
}

/** Requests of the user agents or of the sessions among them, never both: they are the same requests. */
function mostRequests(judgements: readonly Judgement[]): number {
  const requestsOf = (some: readonly Judgement[]): number =>
    some.reduce((sum, { features }) => sum + features.requests, 0);
  const sessions = judgements.filter(isSession);
  const others = judgements.filter((judgement) => !isSession(judgement));
  return Math.max(requestsOf(sessions), requestsOf(others));
}
