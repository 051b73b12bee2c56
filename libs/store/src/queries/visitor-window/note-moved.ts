import { clickHouseTime } from '../../click-house-time.js';
import { type Store } from '../../store.js';
import { type CountedWindow } from './counted-window.js';
import {
  addComersAndGoers,
  addThoseAtChangedForms,
  addThoseUnderNewVerdicts,
  countChangedForms,
  emptyMovedSessions,
  emptyWindowMoved,
  emptyWindowNews,
  fillMovedSessions,
  fillWindowNews,
  movedShare,
  newVerdictsSince,
} from './moved-keys.js';
import { addWindowForms } from './window-forms.js';
import { addWindowHosts, hostsAreApart } from './window-hosts.js';

const MINUTE_MS = 60_000;

/** How many addresses moved, of how many. */
interface MovedShare {
  readonly moved: number;
  readonly visitors: number;
}

/**
 * Notes in `window_moved` and `window_moved_sessions` of whom another count could differ from the last one: who has events that came into the
 * window or left it, sent a form that is one since or no longer, or is under a new verdict. More than those do no harm.
 * `everything` sees the lines of the snapshot, answers that our own verdicts caused among them.
 */
export async function noteMoved(
  everything: Store,
  before: CountedWindow,
  now: CountedWindow,
): Promise<MovedShare> {
  const window = {
    from: clickHouseTime(now.from),
    to: clickHouseTime(now.to),
    fromBefore: clickHouseTime(before.from),
    toBefore: clickHouseTime(before.to),
    round: now.round,
  };
  for (const table of [emptyWindowNews, emptyWindowMoved, emptyMovedSessions]) {
    await everything.command(table);
  }
  for (const statement of [fillWindowNews(before.snapshot), addComersAndGoers, addWindowForms]) {
    await everything.command(statement, window);
  }
  if (!(await placeNewHosts(everything))) return EVERYBODY;
  const [forms] = await everything.query<{ changed: number }>(countChangedForms, window);
  if (forms?.changed !== 0) await everything.command(addThoseAtChangedForms, window);
  await addThoseJudged(everything, before, now);
  await everything.command(fillMovedSessions, window);
  const [share] = await everything.query<MovedShare>(movedShare);
  return share ?? EVERYBODY;
}

const EVERYBODY: MovedShare = { moved: 1, visitors: 0 };

/** Gives hosts that are new a place; false where there is none between two others. */
async function placeNewHosts(store: Store): Promise<boolean> {
  await store.command(addWindowHosts);
  const [hosts] = await store.query<{ apart: number }>(hostsAreApart);
  return hosts?.apart === 1;
}

/** Verdicts given since tell from the minute of their issue on; what came after the last count is new anyway. */
async function addThoseJudged(
  store: Store,
  before: CountedWindow,
  now: CountedWindow,
): Promise<void> {
  const given = { verdictsBefore: before.snapshot.verdicts, verdicts: now.snapshot.verdicts };
  const [row] = await store.query<{ since: number | null }>(newVerdictsSince, given);
  const since = Math.floor((row?.since ?? before.to) / MINUTE_MS) * MINUTE_MS;
  if (since >= before.to) return;
  const window = { from: clickHouseTime(now.from), to: clickHouseTime(now.to) };
  await store.command(addThoseUnderNewVerdicts, {
    ...{ ...window, ...given },
    since: clickHouseTime(Math.max(since, now.from)),
  });
}
