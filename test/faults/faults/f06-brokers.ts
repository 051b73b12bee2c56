import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { ThreeBrokers } from '../lab/three-brokers.js';
import { type Trial } from '../trial.js';

interface Blow {
  readonly name: string;
  strike(brokers: ThreeBrokers, topic: string): Promise<void>;
  heal(brokers: ThreeBrokers): Promise<void>;
}

const restart = (brokers: ThreeBrokers): Promise<void> => brokers.startAll();
const passAgain = (brokers: ThreeBrokers): Promise<void> => {
  brokers.behave({ kind: 'pass' });
  return Promise.resolve();
};

const BLOWS: readonly Blow[] = [
  {
    name: 'leader killed',
    strike: async (brokers, topic) => (await brokers.leader(topic)).kill(),
    heal: restart,
  },
  {
    name: 'connections dropped in the middle of fetches',
    strike: async (brokers) => {
      for (let drop = 0; drop < 20; drop += 1) {
        brokers.drop();
        await delay(100 + Math.random() * 200);
      }
    },
    heal: () => Promise.resolve(),
  },
  {
    name: 'group coordinator killed',
    strike: async (brokers) => (await brokers.leader('__consumer_offsets')).kill(),
    heal: restart,
  },
  {
    name: 'round trips of 500 ms',
    strike: async (brokers) => {
      brokers.behave({ kind: 'far', delayMs: 250 });
      await delay(5_000);
    },
    heal: passAgain,
  },
  {
    name: 'leader hands over and stops',
    strike: async (brokers, topic) => (await brokers.leader(topic)).stop(),
    heal: restart,
  },
  {
    name: 'all brokers down',
    strike: async (brokers) => {
      await brokers.killAll();
      await delay(3_000);
      await brokers.startAll();
    },
    heal: () => Promise.resolve(),
  },
];

/** F6: three brokers, one topic in three copies; leaders, coordinator and connections are lost, worker and feed go on. */
export const brokersHurt: Fault = {
  id: 'F6',
  name: 'brokers-hurt',
  what: 'three brokers: leader, coordinator or all of them gone, connections dropped, far away',
  injections: { full: 30, short: 1 },
  ownBrokers: true,
  run: async (trial) => {
    const brokers = await ThreeBrokers.start(trial);
    trial.useBrokers(brokers.cluster);
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    const worker = trial.supervised(topic);
    feed.keepPace(() => 500);
    await trial.untilStored(topic, 500);
    await trial.repeat(async (index) => {
      const blow = BLOWS[index % BLOWS.length];
      if (blow !== undefined) await endure(trial, brokers, { topic, blow });
    });
    await feed.stop();
    trial.note(`the watchdog ended the worker ${worker.exits()} times`);
    return trial.settle(topic, { serials: feed.written });
  },
};

/** Recovery is the time until every partition has moved on after the blow, before anything is repaired. */
async function endure(
  trial: Trial,
  brokers: ThreeBrokers,
  { topic, blow }: { topic: string; blow: Blow },
): Promise<void> {
  const since = performance.now();
  await blow.strike(brokers, topic);
  await trial.untilMoved(topic, await trial.tails(topic), 'all', 180_000);
  trial.recovered(since);
  trial.note(`${blow.name}: all moved ${((performance.now() - since) / 1_000).toFixed(1)} s after`);
  await blow.heal(brokers);
  await delay(2_000);
}
