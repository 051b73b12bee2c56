import { type Visitor, type VisitorFeatures } from '#libs/intent';
import { everybody, explainVisitors, type Store, visitorFeatures } from '#libs/store';
import { type CrawlerProofs, noProofs } from '../proofs/crawler-proof.js';
import { type CrawlerProver } from '../proofs/crawler-prover.js';
import { identifyVisitor } from './identify-visitor.js';

/** Which visitors a cycle has to judge. Times in milliseconds since the epoch. */
export interface MovedSince {
  readonly since: number;
  readonly appendedSince: number;
  /** Groups whose campaign grew: their members are judged again, whenever they came. */
  readonly cells: readonly string[];
  /** Finds out who crawlers are where published addresses do not tell. */
  readonly prover?: CrawlerProver | undefined;
}

/** One address with the user agents and the sessions behind it, where there are several. */
export interface AddressVisitors {
  readonly address: Visitor;
  readonly agents: readonly Visitor[];
}

type FeatureRow = VisitorFeatures & { readonly agents: readonly string[] };

/** Reads the visitors of `visitor_window` that moved, identified, address by address. */
export async function readMovedVisitors(
  store: Store,
  moved: MovedSince,
): Promise<readonly AddressVisitors[]> {
  const { since, appendedSince, cells, prover } = moved;
  const rows = await store.query<FeatureRow>(visitorFeatures, { since, appendedSince, cells });
  return identified(rows, await prover?.prove(store, rows));
}

/** Reads the visitors of some addresses, whenever they moved. */
export async function readVisitorsOf(
  store: Store,
  addresses: readonly string[],
  prover?: CrawlerProver,
): Promise<readonly AddressVisitors[]> {
  const rows = await store.query<FeatureRow>(explainVisitors, { ...everybody, addresses });
  return identified(rows, await prover?.prove(store, rows));
}

function identified(
  rows: readonly FeatureRow[],
  proofs: CrawlerProofs = noProofs,
): readonly AddressVisitors[] {
  const groups: { address: Visitor; agents: Visitor[] }[] = [];
  for (const { agents, ...features } of rows) {
    const visitor = { features, identity: identifyVisitor(features.address, agents, proofs) };
    if (features.keyType === 'address') groups.push({ address: visitor, agents: [] });
    else groups.at(-1)?.agents.push(visitor);
  }
  return groups;
}
