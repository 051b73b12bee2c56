import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { type Worker } from '../lab/worker.js';
import { type Trial } from '../trial.js';

const STORM_EVERY = 10;
const STORM_RESTARTS = 10;

/** F3: worker, database or both at once are killed, and every tenth time the worker is restarted ten times in ten seconds. */
export const bothKilled: Fault = {
  id: 'F3',
  name: 'both-killed',
  what: 'SIGKILL of worker and ClickHouse in any order, and restart storms',
  injections: { full: 100, short: 2 },
  run: async (trial) => {
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    let tails = new Map<number, number>();
    feed.keepAhead(8_000, () => [...tails.values()].reduce((sum, tail) => sum + tail, 0));
    let worker = trial.worker(topic);
    await trial.untilMoved(topic, tails);
    await trial.repeat(async (kill) => {
      tails = await trial.tails(topic);
      const since = performance.now();
      worker =
        kill % STORM_EVERY === STORM_EVERY - 1
          ? await storm(trial, topic, worker)
          : await killSome(trial, topic, worker, kill % 3);
      await trial.untilMoved(topic, tails);
      trial.recovered(since);
      await trial.pause(5, 300);
    });
    await feed.stop();
    return trial.settle(topic, { serials: feed.written });
  },
};

/** Both at once, the database alone, or the worker and then, while the next one starts, the database. */
async function killSome(
  trial: Trial,
  topic: string,
  worker: Worker,
  which: number,
): Promise<Worker> {
  if (which === 0) {
    await Promise.all([worker.kill(), trial.clickHouse.kill()]);
    await trial.clickHouse.start();
    return trial.worker(topic);
  }
  let next = worker;
  if (which === 2) {
    await worker.kill();
    next = trial.worker(topic);
    await trial.pause(5, 2_000);
  }
  await trial.clickHouse.kill();
  await trial.clickHouse.start();
  return next;
}

async function storm(trial: Trial, topic: string, worker: Worker): Promise<Worker> {
  let current = worker;
  for (let restart = 0; restart < STORM_RESTARTS; restart += 1) {
    await current.kill();
    current = trial.worker(topic);
    await delay(1_000);
  }
  return current;
}
