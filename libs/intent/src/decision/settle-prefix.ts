import { type Judgement } from './judgement.js';

/** In a /24 there are many customers: it is malicious where so many of its addresses are, each by itself. Assumption. */
const MOST = 0.75;

/**
 * The narrowest scope wins: settles the judgement of a prefix, made over all requests from there, with those of its addresses
 * (`members`, each with what is behind it).
 *
 * A /64 is one customer's, who may take another address for each request, so it is judged by what is done from there as a whole, though each
 * address does too little to tell. A /24 only stands for its addresses where most of them are malicious. Neither is called malicious
 * while anybody innocent is seen there, however little: the guilty addresses carry the verdicts then. `peopleSharing` says how many people.
 */
export function settlePrefix(
  prefix: Judgement,
  members: readonly (readonly Judgement[])[],
): Judgement {
  if (prefix.intent.stance !== 'malicious') return prefix;
  const people = members.filter((member) => member.some(isPerson)).length;
  const guilty = members.filter((member) => member.some(isMalicious)).length;
  const isWhole = prefix.key.includes(':') || guilty >= members.length * MOST;
  if (isWhole && people === 0 && !members.some((member) => member.some(isInnocent))) return prefix;
  return {
    ...prefix,
    peopleSharing: people,
    intent: { stance: 'unknown', class: null },
    intents: [],
    campaign: null,
  };
}

const isMalicious = ({ intent }: Judgement): boolean => intent.stance === 'malicious';

const isPerson = (one: Judgement): boolean => one.nature === 'human' && !isMalicious(one);

/** Known for who it is, or there for a purpose that is known. */
const isInnocent = (one: Judgement): boolean =>
  one.verification !== 'none' || one.intent.stance === 'benign';
