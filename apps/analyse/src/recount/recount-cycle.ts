import {
  type ClientObservations,
  type Estate,
  judgeClients,
  type JudgedGroup,
  type Judgement,
  spareSharedCallers,
  type TracedJudgement,
} from '#libs/intent';
import {
  clickHouseTime,
  leaveOutOwnAnswers,
  type LogSnapshot,
  observeClients,
  type Statement,
  type Store,
  visitorFeaturesVersion,
  withOwnScratch,
} from '#libs/store';
import { readEstate } from '../estate/read-estate.js';
import { tracedLike, untraced } from '../verdicts/trace-changes.js';
import { judgePrefixes } from '../visitors/judge-prefixes.js';
import { type JudgedAddress, judgeVisitors } from '../visitors/judge-visitors.js';
import { readVisitorsOf } from '../visitors/read-moved-visitors.js';
import { notingCommands } from './noted-statements.js';
import { type RecountSettings } from './recount-settings.js';

const WEEK_MS = 7 * 86_400_000;

/** A visitor judged again. */
export interface Rejudged {
  readonly judgement: TracedJudgement;
  /** With whom it was judged; null for those behind API clients. */
  readonly group: JudgedGroup | null;
}

/** One cycle, counted again from the log as it was. */
export interface RecountedCycle {
  readonly snapshot: LogSnapshot;
  /** What of the log was counted: conditions in SQL. */
  readonly seen: readonly string[];
  /** Name and version of the query that counted. */
  readonly query: string;
  readonly estate: Estate;
  /** What filled the scratch tables, and the window's parameters. */
  readonly commands: readonly Statement[];
  readonly window: Readonly<Record<string, unknown>>;
  judgementOf(keyType: string, key: string): Rejudged | null;
}

/** Which cycle, and whom to judge in it. Times in milliseconds since the epoch. */
export interface WantedCycle {
  readonly from: number;
  readonly to: number;
  readonly addresses: readonly string[];
  /** In CIDR notation. */
  readonly prefixes: readonly string[];
}

/**
 * Counts one cycle again, by the same queries and the same rules: in scratch tables of its own, from the lines that
 * the cycle saw. Changes nothing that is stored.
 */
export async function recountCycle(
  store: Store,
  snapshot: LogSnapshot,
  { from, to, addresses, prefixes }: WantedCycle,
  { weights, prover, clients }: Pick<RecountSettings, 'weights' | 'prover' | 'clients'>,
): Promise<RecountedCycle> {
  const scratch = (await withOwnScratch(store)).seeing(snapshot);
  const own = await leaveOutOwnAnswers(scratch, { snapshot, from, to });
  const { store: log, commands } = notingCommands(own);
  const estate = (await readEstate(log, from, to)).judgedBy(weights);
  const counted = [...commands];
  const visitors = await readVisitorsOf(log, addresses, prover);
  const observations = await observeClients(log, from, to, clients);
  const spare = spareSharedCallers(observations?.callers ?? []);
  const judged = (await judgeVisitors(visitors, estate)).map((one) => ({
    ...one,
    judgements: one.judgements.map(spare),
  }));
  const all = [...judged, ...(await judgePrefixes(log, { prefixes, prover }, estate))];
  const ofClients = clientJudgements(observations);
  return {
    snapshot,
    seen: own.seen,
    query: visitorFeaturesVersion,
    estate,
    commands: counted,
    window: {
      from: clickHouseTime(from),
      weekFrom: clickHouseTime(to - WEEK_MS),
      to: clickHouseTime(to),
    },
    judgementOf: (keyType, key) => {
      const isIt = (one: Judgement): boolean => one.keyType === keyType && one.key === key;
      return visitorThat(isIt, all, estate) ?? clientThat(isIt, ofClients);
    },
  };
}

type IsIt = (judgement: Judgement) => boolean;

/** The visitor among those judged, with the traces of its reasons. */
export function visitorThat(
  isIt: IsIt,
  judged: readonly JudgedAddress[],
  estate: Estate,
): Rejudged | null {
  const found = judged.find(({ judgements }) => judgements.some(isIt));
  const place = found?.judgements.findIndex(isIt) ?? -1;
  const judgement = found?.judgements[place];
  if (found === undefined || judgement === undefined) return null;
  const group = { address: found.address, agents: found.agents, place };
  return { judgement: tracedLike(judgement, group, estate), group };
}

function clientThat(isIt: IsIt, judgements: readonly Judgement[]): Rejudged | null {
  const found = judgements.find(isIt);
  return found === undefined ? null : { judgement: untraced(found), group: null };
}

/** Of those behind API clients, and of the clients themselves. */
function clientJudgements(observations: ClientObservations | null): readonly Judgement[] {
  if (observations === null) return [];
  const { subVisitors, clients } = judgeClients(observations);
  return [...subVisitors.map(({ judgement }) => judgement), ...clients];
}
