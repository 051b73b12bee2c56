import { type VisitorFeatures } from '#libs/intent';
import { countVisitorWindow, logExtent, type Store, visitorFeatures } from '#libs/store';

/** The numbers about one visitor over the whole log, by the names of `VisitorFeatures`. */
export type SessionFeatures = Readonly<Record<string, number>>;

/** Names a column of numbers, not what these are about: the times of a log say nothing about conduct. */
const NO_CONDUCT: readonly string[] = ['firstSeen', 'lastSeen'];

/**
 * The features of every address, and of user agents behind shared ones, counted over the whole log as over one window: what a
 * learner without a notion of estates, campaigns or time would be given. Keys are `address`, or `address|user agent`. A feature the
 * log cannot tell is left out.
 */
export async function readSessionFeatures(store: Store): Promise<Map<string, SessionFeatures>> {
  const [extent] = await store.query<{ oldest: number; newest: number }>(logExtent);
  if (extent === undefined) return new Map();
  await countVisitorWindow(store, extent.oldest, extent.newest + 1);
  const rows = await store.query<VisitorFeatures>(visitorFeatures, {
    since: 0,
    appendedSince: 0,
    cells: [],
  });
  return new Map(rows.map((row) => [keyOf(row), numbersOf(row)]));
}

const keyOf = ({ keyType, address, userAgent }: VisitorFeatures): string =>
  keyType === 'address_user_agent' ? `${address}|${userAgent}` : address;

function numbersOf({ probes, ...features }: VisitorFeatures): SessionFeatures {
  const probed = Object.entries(probes).map(([kind, count]) => [`probes.${kind}`, count] as const);
  const counted = Object.entries(features).filter(
    (entry): entry is [string, number] =>
      typeof entry[1] === 'number' && !NO_CONDUCT.includes(entry[0]),
  );
  return Object.fromEntries([...counted, ...probed]);
}
