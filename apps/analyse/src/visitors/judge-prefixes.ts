import { type Estate, judgeVisitor, type Judgement, prefixName, settlePrefix } from '#libs/intent';
import { type Store } from '#libs/store';
import { type JudgedAddress, judgeVisitors } from './judge-visitors.js';
import { readMembers, readPrefixes, type WantedPrefixes } from './read-prefixes.js';

/**
 * Judges the prefixes of `visitor_window` that moved, or some by name. Only where what is done from a prefix is malicious as a whole, its
 * addresses are read, whenever they moved: they say whether anybody else is there.
 */
export async function judgePrefixes(
  store: Store,
  wanted: WantedPrefixes,
  estate: Estate,
): Promise<readonly JudgedAddress[]> {
  const judged = (await readPrefixes(store, wanted)).map((address) => ({
    address,
    judgement: judgeVisitor(address, estate),
  }));
  const suspects = judged.filter(({ judgement }) => judgement.intent.stance === 'malicious');
  const prefixes = suspects.map(({ judgement }) => judgement.key);
  const members = prefixes.length === 0 ? [] : await readMembers(store, prefixes, wanted.prover);
  const membersOf = byPrefix(await judgeVisitors(members, estate));
  return judged.map(({ address, judgement }) => ({
    address,
    agents: [],
    judgements: [settlePrefix(judgement, membersOf(judgement.key))],
  }));
}

function byPrefix(
  members: readonly JudgedAddress[],
): (prefix: string) => readonly (readonly Judgement[])[] {
  const groups = new Map<string | null, (readonly Judgement[])[]>();
  for (const { address, judgements } of members) {
    const name = prefixName(address.features.address);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [judgements]);
    else group.push(judgements);
  }
  return (prefix) => groups.get(prefixName(prefix)) ?? [];
}
