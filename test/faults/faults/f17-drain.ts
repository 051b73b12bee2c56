import { type Fault } from '../fault.js';
import { SMALL_BATCHES } from '../trial.js';

const LIMIT_MS = 10_000;

/** F17: asked to end under load, a worker stores what it has, leaves the group and ends in time; the next goes on at once. */
export const drain: Fault = {
  id: 'F17',
  name: 'drain',
  what: 'SIGTERM under load: exit code 0 within 10 s, the next worker of the group takes over',
  injections: { full: 30, short: 3 },
  run: async (trial) => {
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    const group = { ...SMALL_BATCHES, KAFKA_GROUP_ID: `${topic}-drain` };
    let tails = new Map<number, number>();
    feed.keepAhead(8_000, () => [...tails.values()].reduce((sum, tail) => sum + tail, 0));
    await trial.repeat(async () => {
      tails = await trial.tails(topic);
      const worker = trial.worker(topic, group);
      await trial.untilMoved(topic, tails);
      await trial.pause(5, 500);
      const { code, tookMs } = await worker.drain();
      trial.recoveries.push(tookMs);
      trial.expect(code === 0, `a worker ended with ${code ?? 'a signal'}`);
      trial.expect(tookMs <= LIMIT_MS, `a worker took ${Math.round(tookMs)} ms to end`);
    });
    await feed.stop();
    trial.worker(topic, group);
    trial.note('recovery is the time from SIGTERM to the end of the process');
    return trial.settle(topic, { serials: feed.written });
  },
};
