import { type Judgement } from './judgement.js';

/**
 * The narrowest scope wins: settles the judgements of one address and of the user agents behind it.
 *
 * Where people share the address with a malicious visitor, the address is left alone (stance `unknown`)
 * and the malicious user agent carries the judgement; where nobody else would be hit, the address does,
 * so that changing the user agent does not help. Contract: `address` is judged over all its requests,
 * `agents` each over its own.
 */
export function narrowScope(
  address: Judgement,
  agents: readonly Judgement[],
): readonly Judgement[] {
  const people = agents.filter(isPerson).length;
  if (address.intent.stance !== 'malicious') return [address, ...agents];
  const guilty = agents.some(({ intent }) => intent.stance === 'malicious');
  if (people === 0 || (!guilty && people < 2)) return [address, ...agents];
  return [{ ...address, ...sparedFor(people) }, ...agents];
}

function isPerson({ nature, intent }: Judgement): boolean {
  return nature === 'human' && intent.stance !== 'malicious';
}

function sparedFor(people: number): Partial<Judgement> {
  return { intent: { stance: 'unknown', class: null }, peopleSharing: people, campaign: null };
}
