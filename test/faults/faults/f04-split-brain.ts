import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { type Trial } from '../trial.js';

const WRITERS = 4;
/** Freezes under way at the same time. */
const FROZEN = 2;

/** F4: four writers own every partition; one or two at a time are frozen and wake up as zombies. */
export const splitBrain: Fault = {
  id: 'F4',
  name: 'split-brain',
  what: 'four writers on the same partitions, SIGSTOP of one for 1-120 s, SIGCONT',
  injections: { full: 24, short: 3 },
  run: async (trial) => {
    const topic = await trial.topic(2);
    const feed = await trial.feed(topic);
    let tails = new Map<number, number>();
    feed.keepAhead(5_000, () => [...tails.values()].reduce((sum, tail) => sum + tail, 0));
    const writers = Array.from({ length: WRITERS }, () => trial.supervised(topic));
    await trial.untilMoved(topic, tails);
    const watch = setInterval(() => {
      void trial.tails(topic).then((now) => (tails = now));
    }, 200);
    trial.defer(() => {
      clearInterval(watch);
      return Promise.resolve();
    });
    let next = 0;
    const freezes = async (): Promise<void> => {
      while (next < trial.wanted) {
        next += 1;
        await freeze(trial, writers[next % WRITERS]?.current(), freezeMs(next, trial));
        trial.count();
      }
    };
    await Promise.all(Array.from({ length: FROZEN }, freezes));
    clearInterval(watch);
    await feed.stop();
    await trial.untilDrained(topic);
    trial.note(
      `${await lostRaces(trial)} batches lost a race; ${writers.reduce((sum, { exits }) => sum + exits(), 0)} writers ended after a long freeze and were started again`,
    );
    return trial.settle(topic, { serials: feed.written });
  },
};

/** Spread evenly over the orders of magnitude; the first is longer than the age at which a batch is checked again (60 s). */
function freezeMs(index: number, { isShort }: Trial): number {
  if (isShort) return 200 + Math.random() * 3_000;
  return index === 1 ? 90_000 : 1_000 * 120 ** Math.random();
}

async function freeze(
  trial: Trial,
  writer: ReturnType<Trial['worker']> | undefined,
  forMs: number,
): Promise<void> {
  if (writer === undefined) return;
  writer.signal('SIGSTOP');
  await delay(forMs);
  writer.signal('SIGCONT');
  await trial.pause(200, 1_500);
}

async function lostRaces({ fleet }: Trial): Promise<number> {
  const counts = await Promise.all(
    fleet.running.map((worker) => worker.metric('wherefore_ingest_lost_races_total')),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
