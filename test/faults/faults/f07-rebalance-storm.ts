import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { type Worker } from '../lab/worker.js';

const EVERY_MS = 2_000;

/** F7: a second member joins and leaves the group every two seconds; every third time it dies without a word. */
export const rebalanceStorm: Fault = {
  id: 'F7',
  name: 'rebalance-storm',
  what: 'a member joins or leaves the consumer group every 2 s',
  injections: { full: 150, short: 4 },
  run: async (trial) => {
    const topic = await trial.topic(4);
    const feed = await trial.feed(topic);
    const group = { KAFKA_GROUP_ID: `${topic}-storm` };
    const steady = trial.supervised(topic, group);
    feed.keepPace(() => 2_000);
    await trial.untilStored(topic, 1_000);
    let guest: Worker | undefined;
    await trial.repeat(async (index) => {
      if (guest === undefined) guest = trial.worker(topic, group);
      else {
        if (index % 6 === 5) await guest.kill();
        else await guest.drain();
        guest = undefined;
      }
      await delay(EVERY_MS);
    });
    const kept = [...(await trial.tails(topic)).values()].reduce((sum, tail) => sum + tail, 0);
    trial.note(
      `${Math.round((100 * kept) / feed.written)} % of the lines were stored by the end of the storm`,
    );
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.expect(steady.exits() === 0, `the steady worker ended ${steady.exits()} times by itself`);
    return finding;
  },
};
