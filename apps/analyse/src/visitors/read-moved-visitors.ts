import { type Visitor, type VisitorFeatures } from '#libs/intent';
import { addressFeatures, type Store, visitorFeatures } from '#libs/store';
import { type CrawlerProofs, noProofs } from '../proofs/crawler-proof.js';
import { type CrawlerProver } from '../proofs/crawler-prover.js';
import { identifyVisitor } from './identify-visitor.js';
import { mapByTurns } from './map-by-turns.js';

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

/** The features of a key, and the user agents seen under it. */
export type FeatureRow = VisitorFeatures & { readonly agents: readonly string[] };

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
  const rows = await store.query<FeatureRow>(addressFeatures, { addresses });
  return identified(rows, await prover?.prove(store, rows));
}

/** Addresses with what is behind them, from rows that come so. */
export async function identified(
  rows: readonly FeatureRow[],
  proofs: CrawlerProofs = noProofs,
): Promise<readonly AddressVisitors[]> {
  const visitors = await mapByTurns(rows, (row) => {
    const { agents, features } = taken(row);
    return { features, identity: identifyVisitor(features.address, agents, proofs) };
  });
  const groups: { address: Visitor; agents: Visitor[] }[] = [];
  for (const visitor of visitors) {
    if (visitor.features.keyType === 'address') groups.push({ address: visitor, agents: [] });
    else groups.at(-1)?.agents.push(visitor);
  }
  return groups;
}

/**
 * The features of a row and its user agents apart. They are its last column, which is taken off the row for nothing; to copy a
 * hundred features without them would cost as much as to judge them.
 */
function taken(row: FeatureRow): Pick<FeatureRow, 'agents'> & { features: VisitorFeatures } {
  const { agents } = row;
  const features: VisitorFeatures & { agents?: readonly string[] } = row;
  delete features.agents;
  return { agents, features };
}
