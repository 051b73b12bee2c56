import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';

const USUAL = 2_000;
const TIMES = 10;
/** What a worker may take whatever the backlog, MiB. */
const CEILING_MIB = 300;

/** F16: ten times the usual load for a minute, and a backlog as large from the start. */
export const burst: Fault = {
  id: 'F16',
  name: 'burst',
  what: `${TIMES} x ${USUAL} lines a second for 60 s: memory of the worker and time to drain`,
  injections: { full: 1, short: 1 },
  run: async (trial) => {
    const topic = await trial.topic(4);
    const feed = await trial.feed(topic);
    let pace = USUAL;
    feed.keepPace(() => pace);
    const worker = trial.supervised(topic, {});
    await trial.untilStored(topic, USUAL);
    await trial.repeat(async () => {
      pace = USUAL * TIMES;
      await delay(trial.isShort ? 5_000 : 60_000);
      pace = USUAL;
      const since = performance.now();
      await trial.untilStored(topic, feed.written);
      trial.recovered(since);
    });
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    const { peakMib } = trial.fleet;
    trial.expect(
      peakMib <= CEILING_MIB,
      `the worker took ${peakMib} MiB, more than ${CEILING_MIB}`,
    );
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    trial.note(
      'recovery is the time from the end of the burst until all that was written then is stored',
    );
    return finding;
  },
};
