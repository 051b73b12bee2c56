import { type Visitor, type VisitorFeatures } from '#libs/intent';
import {
  prefixAgents,
  prefixFeatures,
  prefixMembers,
  type QueryParameters,
  type Store,
} from '#libs/store';
import { type CrawlerProver } from '../proofs/crawler-prover.js';
import { identifyVisitor } from './identify-visitor.js';
import {
  type AddressVisitors,
  type FeatureRow,
  identified,
  type MovedSince,
} from './read-moved-visitors.js';

/** Which prefixes to read: those that moved, or those named. */
export type WantedPrefixes =
  MovedSince | (Pick<MovedSince, 'prover'> & { readonly prefixes: readonly string[] });

/** Nobody moved: only those named are read. */
const NOBODY = {
  since: Number.MAX_SAFE_INTEGER,
  appendedSince: Number.MAX_SAFE_INTEGER,
  cells: [],
};

/** Reads the prefixes of `visitor_window` that moved, or some by name, identified by the user agents seen there. */
export async function readPrefixes(
  store: Store,
  wanted: WantedPrefixes,
): Promise<readonly Visitor[]> {
  const rows = await store.query<VisitorFeatures>(prefixFeatures, whichOf(wanted));
  if (rows.length === 0) return [];
  const prefixes = rows.map(({ key }) => key);
  const seen = await store.query<AgentsThere>(prefixAgents, { prefixes });
  const agentsOf = new Map(seen.map(({ prefix, agents }) => [prefix, agents]));
  return rows.map((features) => {
    const agents = agentsOf.get(features.key) ?? [features.userAgent];
    return { features, identity: identifyVisitor(features.address, agents) };
  });
}

function whichOf(wanted: WantedPrefixes): QueryParameters {
  if ('prefixes' in wanted) return { ...NOBODY, prefixes: wanted.prefixes };
  const { since, appendedSince, cells } = wanted;
  return { since, appendedSince, cells, prefixes: [] };
}

interface AgentsThere {
  readonly prefix: string;
  readonly agents: readonly string[];
}

/** Reads every address of some prefixes, with the user agents and sessions behind it. */
export async function readMembers(
  store: Store,
  prefixes: readonly string[],
  prover?: CrawlerProver,
): Promise<readonly AddressVisitors[]> {
  const rows = await store.query<FeatureRow>(prefixMembers, { prefixes });
  return identified(rows, await prover?.prove(store, rows));
}
