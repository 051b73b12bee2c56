import {
  clickHouseTime,
  leaveOutOwnAnswers,
  type LogSnapshot,
  type Store,
  withOwnScratch,
} from '#libs/store';
import { factsEstate, factsVersion } from '../facts/facts-estate.js';
import { judgeFacts } from '../facts/judge-facts.js';
import { notingCommands } from './noted-statements.js';
import { type RecountedCycle, visitorThat, type WantedCycle } from './recount-cycle.js';
import { type RecountSettings } from './recount-settings.js';

/** Counts a round over facts again, from the lines that it saw: the addresses it condemned, and nothing of the estate. */
export async function recountFacts(
  store: Store,
  snapshot: LogSnapshot,
  { from, to, addresses }: WantedCycle,
  { weights, prover }: Pick<RecountSettings, 'weights' | 'prover'>,
): Promise<RecountedCycle> {
  const scratch = (await withOwnScratch(store)).seeing(snapshot);
  const own = await leaveOutOwnAnswers(scratch, { snapshot, from, to });
  const { store: log, commands } = notingCommands(own);
  const estate = factsEstate(from, to, weights);
  const judged = await judgeFacts(log, addresses, estate, prover);
  return {
    snapshot,
    seen: own.seen,
    query: factsVersion,
    estate,
    commands,
    window: { from: clickHouseTime(from), to: clickHouseTime(to) },
    judgementOf: (keyType, key) =>
      visitorThat((one) => one.keyType === keyType && one.key === key, judged, estate),
  };
}
