import { type Judgement } from './judgement.js';

/**
 * The narrowest scope wins: settles the judgement of an address with those of the user agents behind it.
 *
 * Where people share the address, `peopleSharing` says how many, and policy leaves the address alone: the
 * malicious user agents carry the verdicts. Where nobody else would be hit, the address carries it, so
 * that changing the user agent does not help. An address that is only suspicious because many people add
 * up, or that mostly sends other people's requests, is not called malicious. Contract: `address` is judged
 * over all its requests, `agents` each over its own.
 */
export function narrowScope(
  address: Judgement,
  agents: readonly Judgement[],
): readonly Judgement[] {
  const people = agents.filter(isPerson).length;
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

const MOSTLY = 0.5;

/** Judged human, and not there to do harm. */
export function isPerson({ nature, intent }: Judgement): boolean {
  return nature === 'human' && intent.stance !== 'malicious';
}

function guiltyShare(address: Judgement, agents: readonly Judgement[]): number {
  const guilty = agents
    .filter(({ intent }) => intent.stance === 'malicious')
    .reduce((sum, { features }) => sum + features.requests, 0);
  return guilty / address.features.requests;
}
