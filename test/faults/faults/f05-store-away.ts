import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { type Network, TcpProxy } from '../lab/tcp-proxy.js';
import { SMALL_BATCHES, type Trial } from '../trial.js';

interface Outage {
  readonly network: Network;
  readonly seconds: number;
}

const SLOW: Network = { kind: 'slow', bytesPerSecond: 1_024 };

/** In this order, again from the start when more are wanted. A hang outlasts the client's patience of 60 s once. */
const OUTAGES: readonly Outage[] = [
  { network: { kind: 'refuse' }, seconds: 1 },
  { network: { kind: 'reset' }, seconds: 10 },
  { network: SLOW, seconds: 20 },
  { network: { kind: 'refuse' }, seconds: 30 },
  { network: { kind: 'hang' }, seconds: 75 },
  { network: { kind: 'refuse' }, seconds: 120 },
];

const SHORT: readonly Outage[] = [
  { network: { kind: 'refuse' }, seconds: 1 },
  { network: { kind: 'reset' }, seconds: 1 },
  { network: { kind: 'hang' }, seconds: 2 },
];

/** F5: ClickHouse is refused, silent, reset in the middle of an answer, or slow, behind a proxy; then it is back. */
export const storeAway: Fault = {
  id: 'F5',
  name: 'store-away',
  what: 'ClickHouse away 1 s to 2 min, hanging, reset mid-answer, slow at 1 KB/s',
  injections: { full: OUTAGES.length, short: SHORT.length },
  run: async (trial) => {
    const proxy = await TcpProxy.start(() => trial.clickHouse.port);
    trial.defer(() => proxy.close());
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    const env = { ...SMALL_BATCHES, ...trial.clickHouse.env(proxy.port) };
    const worker = trial.supervised(topic, env);
    feed.keepPace(() => 1_000);
    await trial.untilStored(topic, 1);
    await trial.repeat(async (index) => {
      const outages = trial.isShort ? SHORT : OUTAGES;
      const outage = outages[index % outages.length];
      if (outage !== undefined) await inject(trial, proxy, topic, outage);
    });
    await feed.stop();
    const since = performance.now();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.note(`the backlog of the last outage was stored after ${seconds(since)} s`);
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};

async function inject(trial: Trial, proxy: TcpProxy, topic: string, outage: Outage): Promise<void> {
  proxy.behave(outage.network);
  await delay(outage.seconds * 1_000);
  const before = await trial.tails(topic);
  const healed = performance.now();
  proxy.behave({ kind: 'pass' });
  await trial.untilMoved(topic, before, 'any', 150_000);
  trial.recovered(healed);
  trial.note(`${outage.network.kind} ${outage.seconds} s: stored again ${seconds(healed)} s after`);
}

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);
