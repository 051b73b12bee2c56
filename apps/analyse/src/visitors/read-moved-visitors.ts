import { type Visitor, type VisitorFeatures } from '#libs/intent';
import { everybody, explainVisitors, type Store, visitorFeatures } from '#libs/store';
import { identifyVisitor } from './identify-visitor.js';

/** Which visitors a cycle has to judge. Times in milliseconds since the epoch. */
export interface MovedSince {
  readonly since: number;
  readonly appendedSince: number;
  /** Groups whose campaign grew: their members are judged again, whenever they came. */
  readonly cells: readonly string[];
}

/** One address with the user agents behind it, where there are several. */
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
  const { since, appendedSince, cells } = moved;
  return identified(
    await store.query<FeatureRow>(visitorFeatures, { since, appendedSince, cells }),
  );
}

/** Reads the visitors of some addresses, whenever they moved. */
export async function readVisitorsOf(
  store: Store,
  addresses: readonly string[],
): Promise<readonly AddressVisitors[]> {
  return identified(await store.query<FeatureRow>(explainVisitors, { ...everybody, addresses }));
}

function identified(rows: readonly FeatureRow[]): readonly AddressVisitors[] {
  const groups: { address: Visitor; agents: Visitor[] }[] = [];
  for (const { agents, ...features } of rows) {
    const visitor = { features, identity: identifyVisitor(features.address, agents) };
    if (features.keyType === 'address') groups.push({ address: visitor, agents: [] });
    else groups.at(-1)?.agents.push(visitor);
  }
  return groups;
}
