import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { TcpProxy } from '../lab/tcp-proxy.js';
import { SMALL_BATCHES, type Trial } from '../trial.js';

interface Overload {
  readonly name: string;
  begin(trial: Trial, proxy: TcpProxy): Promise<void>;
  end(trial: Trial, proxy: TcpProxy): Promise<void>;
}

const OVERLOADS: readonly Overload[] = [
  {
    name: 'too many parts (252)',
    begin: async ({ clickHouse: { store } }) => {
      await store.command('SYSTEM STOP MERGES access_events');
      await store.command(
        'ALTER TABLE access_events MODIFY SETTING parts_to_delay_insert = 3, parts_to_throw_insert = 6, max_delay_to_insert = 1',
      );
    },
    end: async ({ clickHouse: { store } }) => {
      await store.command(
        'ALTER TABLE access_events RESET SETTING parts_to_delay_insert, parts_to_throw_insert, max_delay_to_insert',
      );
      await store.command('SYSTEM START MERGES access_events');
    },
  },
  {
    name: 'memory limit (241)',
    // A setting in the query string holds for one query, which then really does not get the memory.
    begin: (_, proxy) => {
      proxy.behave({
        kind: 'edit',
        after: 'POST /?',
        add: 'max_memory_usage=4096&max_untracked_memory=1&',
      });
      return Promise.resolve();
    },
    end: (_, proxy) => {
      proxy.behave({ kind: 'pass' });
      return Promise.resolve();
    },
  },
];

/** F12: ClickHouse answers that it cannot right now, for a while. */
export const storeOverloaded: Fault = {
  id: 'F12',
  name: 'store-overloaded',
  what: 'too many parts with merges stopped, and a memory limit that no insert fits',
  injections: { full: 10, short: 2 },
  run: async (trial) => {
    const proxy = await TcpProxy.start(() => trial.clickHouse.port);
    trial.defer(() => proxy.close());
    const topic = await trial.topic(2);
    const feed = await trial.feed(topic);
    const env = { ...SMALL_BATCHES, ...trial.clickHouse.env(proxy.port) };
    const worker = trial.supervised(topic, env);
    feed.keepPace(() => 1_000);
    await trial.untilStored(topic, 500);
    await trial.repeat(async (index) => {
      const overload = OVERLOADS[index % OVERLOADS.length];
      if (overload !== undefined) await inject(trial, { topic, overload, worker, proxy });
    });
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};

interface Injection {
  readonly topic: string;
  readonly overload: Overload;
  readonly worker: ReturnType<Trial['supervised']>;
  readonly proxy: TcpProxy;
}

async function inject(trial: Trial, { topic, overload, worker, proxy }: Injection): Promise<void> {
  const retries = (): Promise<number> =>
    worker.current().metric('wherefore_ingest_store_retries_total');
  const before = await retries();
  await overload.begin(trial, proxy);
  await delay(4_000);
  trial.expect((await retries()) > before, `${overload.name} was never met`);
  const tails = await trial.tails(topic);
  const since = performance.now();
  await overload.end(trial, proxy);
  await trial.untilMoved(topic, tails);
  trial.recovered(since);
}
