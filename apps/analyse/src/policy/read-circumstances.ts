import {
  type Circumstances,
  decideAction,
  isFelt,
  type Judgement,
  type KnownVisitor,
  knownVisitor,
  Neighbourhood,
  type Sighting,
  unknownCircumstances,
} from '#libs/intent';
import { clickHouseTime, knownVisitors, type Store } from '#libs/store';
import { type CircumstancesQuestion } from './circumstances-question.js';
import { readCohorts } from './read-cohorts.js';
import { readSightings } from './read-sightings.js';

/** Tells what is known of a judged key beyond its judgement. */
export type CircumstancesOf = (judgement: Judgement) => Circumstances;

/**
 * Reads what policy has to know about the visitors that may get a verdict, or have one: whom else it would hit, what allow rules ask, and
 * whether it belongs to people known from before. Of all others nothing is read.
 */
export async function readCircumstances(
  log: Store,
  question: CircumstancesQuestion,
): Promise<CircumstancesOf> {
  const { judgements, policy, asOf, isInForce, isPardoned } = question;
  const asked = judgements.filter(
    (one) => isInForce(one) || isFelt(decideAction(one, policy).action),
  );
  if (asked.length === 0) return () => ({ ...unknownCircumstances, now: asOf });
  const stored = await readKnownVisitors(log, asked, question);
  const neighbourhood = new Neighbourhood([...judgements.map(knownVisitor), ...stored]);
  const sightingsOf: (one: Judgement) => readonly Sighting[] = await readSightings(
    log,
    asked,
    question,
  );
  const cohortsOf = await readCohorts(log, asked, question);
  const isAsked = new Set(asked);
  return (judgement) =>
    isAsked.has(judgement)
      ? {
          now: asOf,
          blastRadius: neighbourhood.blastRadiusOf(judgement),
          sightings: sightingsOf(judgement),
          cohorts: cohortsOf(judgement),
          isPardoned: isPardoned(judgement),
        }
      : { ...unknownCircumstances, now: asOf };
}

/** Those whom the cycle itself has not judged, for keys that are wider than an address. */
async function readKnownVisitors(
  log: Store,
  asked: readonly Judgement[],
  { windowFrom, asOf }: CircumstancesQuestion,
): Promise<readonly KnownVisitor[]> {
  const keysOf = (type: Judgement['keyType']): string[] =>
    asked.filter(({ keyType }) => keyType === type).map(({ key }) => key);
  const before = (key: string): string => key.slice(0, key.lastIndexOf('|'));
  const agents = keysOf('fingerprint').map(before);
  const prefixes = keysOf('prefix');
  const clients = [...new Set([...keysOf('api_client'), ...keysOf('api_sub_visitor').map(before)])];
  if (agents.length + prefixes.length + clients.length === 0) return [];
  const window = { from: clickHouseTime(windowFrom), to: clickHouseTime(asOf) };
  return log.query<KnownVisitor>(knownVisitors, { ...window, agents, prefixes, clients });
}
