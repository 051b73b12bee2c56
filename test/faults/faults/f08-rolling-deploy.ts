import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault } from '../fault.js';
import { SMALL_BATCHES, type Trial } from '../trial.js';

/** F8: an additive migration while a worker of before writes, a worker of after beside it, then the first one drained. */
export const rollingDeploy: Fault = {
  id: 'F8',
  name: 'rolling-deploy',
  what: 'additive migration under load, old and new worker side by side, old one drained',
  injections: { full: 10, short: 1 },
  run: async (trial) => {
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    const group = { ...SMALL_BATCHES, KAFKA_GROUP_ID: `${topic}-deploy` };
    feed.keepPace(() => 2_000);
    let worker = trial.worker(topic, group);
    await trial.untilStored(topic, 500);
    const pauses = watchPauses(trial, topic);
    const folder = trial.lab.newFolder('migrations');
    await mkdir(folder);
    await cp('migrations', folder, { recursive: true });
    await trial.repeat(async (index) => {
      await writeFile(join(folder, `${9_000 + index}_scratch_column.sql`), additive(index));
      await trial.clickHouse.migrate(folder);
      const before = worker;
      worker = trial.worker(topic, group);
      await trial.pause(2_000, 4_000);
      const { code, tookMs } = await before.drain();
      trial.expect(code === 0, `the old worker ended with ${code ?? 'a signal'}`);
      trial.expect(tookMs < 10_000, `the old worker took ${Math.round(tookMs)} ms to drain`);
      await trial.untilMoved(topic, await trial.tails(topic));
    });
    trial.recoveries.push(...pauses.stop());
    await feed.stop();
    return trial.settle(topic, { serials: feed.written });
  },
};

const additive = (index: number): string =>
  `ALTER TABLE access_events {on_cluster}\n  ADD COLUMN IF NOT EXISTS scratch_${index} String DEFAULT ''\n`;

/** The pauses between two movements of the stored log that are longer than usual. */
function watchPauses(trial: Trial, topic: string): { stop: () => number[] } {
  const UNUSUAL_MS = 500;
  const pauses: number[] = [];
  let stored = 0;
  let movedAt = performance.now();
  const timer = setInterval(() => {
    void trial.tails(topic).then((tails) => {
      const now = [...tails.values()].reduce((sum, tail) => sum + tail, 0);
      if (now <= stored) return;
      const paused = performance.now() - movedAt;
      if (stored > 0 && paused > UNUSUAL_MS) pauses.push(paused);
      stored = now;
      movedAt = performance.now();
    });
  }, 50);
  const stop = (): number[] => {
    clearInterval(timer);
    return pauses;
  };
  trial.defer(() => {
    stop();
    return Promise.resolve();
  });
  return { stop };
}
