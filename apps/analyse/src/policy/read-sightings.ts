import { type Judgement, type Policy, prefixName, type Sighting } from '#libs/intent';
import { allowSightings, clickHouseTime, type Store } from '#libs/store';
import { type CircumstancesQuestion } from './circumstances-question.js';

/** Reads what was seen of some visitors, where allow rules ask for more than a key tells by itself. */
export async function readSightings(
  log: Store,
  asked: readonly Judgement[],
  { policy, windowFrom, asOf }: CircumstancesQuestion,
): Promise<(judgement: Judgement) => readonly Sighting[]> {
  if (!asksForSightings(policy)) return () => [];
  const { paths, accounts } = policy.allow;
  const rows = await log.query<Sighting>(allowSightings, {
    from: clickHouseTime(windowFrom),
    to: clickHouseTime(asOf),
    ...whoseOf(asked),
    accounts,
    sites: paths.map(({ site }) => likePattern(site)),
    paths: paths.map(({ path }) => likePattern(path)),
  });
  const byPlace = new Map<string, Sighting[]>();
  for (const row of rows) {
    for (const place of placesOf(row)) {
      const list = byPlace.get(place);
      if (list === undefined) byPlace.set(place, [row]);
      else list.push(row);
    }
  }
  return (judgement) => {
    const place = placeOf(judgement);
    return place === null ? rows : (byPlace.get(place) ?? []);
  };
}

const placesOf = ({ address, session, apiClient }: Sighting): string[] => [
  `at ${address}`,
  `of ${prefixName(address) ?? ''}`,
  `in ${session}`,
  `by ${apiClient}`,
];

function asksForSightings({ allow }: Policy): boolean {
  const { addresses, networks, apiClients, sessions, accounts, paths } = allow;
  return [addresses, networks, apiClients, sessions, accounts, paths].some(
    (list) => list.length > 0,
  );
}

/** Where everything that a key would hit is found; null for keys that may be anywhere. */
function placeOf({ keyType, key, features }: Judgement): string | null {
  switch (keyType) {
    case 'address':
    case 'address_user_agent':
      return `at ${features.address}`;
    case 'session':
      return `in ${key}`;
    case 'api_client':
      return `by ${key}`;
    case 'api_sub_visitor':
      return `by ${clientOf(key)}`;
    case 'prefix':
      return `of ${prefixName(key) ?? ''}`;
    case 'fingerprint':
    case 'network':
      return null;
  }
}

const clientOf = (subVisitor: string): string => subVisitor.slice(0, subVisitor.lastIndexOf('|'));

function whoseOf(asked: readonly Judgement[]): Record<string, unknown> {
  const places = asked.map(placeOf);
  const found = (word: string): string[] => [
    ...new Set(
      places.flatMap((place) => (place?.startsWith(word) === true ? [place.slice(3)] : [])),
    ),
  ];
  return {
    everybody: places.includes(null) ? 1 : 0,
    addresses: found('at '),
    prefixes: asked.filter(({ keyType }) => keyType === 'prefix').map(({ key }) => key),
    sessions: found('in '),
    clients: found('by '),
  };
}

/** A pattern of LIKE: `*` stands for anything, everything else for itself. */
function likePattern(glob: string): string {
  return glob.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}
