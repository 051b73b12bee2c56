import { setTimeout as delay } from 'node:timers/promises';
import { ensureTopics, type KafkaClient, logTopic, topicEnds } from '#libs/stream';
import { type ClickHouse } from './lab/click-house.js';
import { type Fleet } from './lab/fleet.js';
import { type Lab } from './lab/lab.js';
import { LineFeed } from './lab/line-feed.js';
import { type Worker } from './lab/worker.js';
import { type Finding, findingOf } from './oracle/finding.js';
import { StoredLog } from './oracle/stored-log.js';

/** Many small inserts, so that whatever happens, happens in the middle of one. */
export const SMALL_BATCHES = {
  BATCH_MAX_ROWS: '200',
  BATCH_MAX_BYTES: '32768',
  BATCH_MAX_WAIT_MS: '20',
};

/** No movement for so long is a partition that stands still. */
const STILL_MS = 90_000;
/** Each look is a query: more of them take from the workers what they are waited for. */
const POLL_MS = 50;

export interface Cluster {
  readonly brokers: readonly string[];
  readonly kafka: KafkaClient;
}

export interface TrialParts {
  readonly lab: Lab;
  readonly clickHouse: ClickHouse;
  readonly fleet: Fleet;
  /** The shared broker; undefined for a fault that brings its own. */
  readonly cluster: Cluster | undefined;
  readonly injections: number;
  readonly isShort: boolean;
  readonly onInjection: (done: number) => void;
}

/** What a fault works with: topics, feeds, workers, the database, and a place for what it sees. */
export class Trial {
  readonly recoveries: number[] = [];
  readonly notes: string[] = [];
  readonly failures: string[] = [];
  /** How often the fault was injected. */
  injected = 0;
  readonly #feeds: LineFeed[] = [];
  #cluster: Cluster | undefined;
  #clickHouse: ClickHouse;
  #begun = 0;
  #groups = 0;
  #topics = 0;
  readonly #closers: (() => Promise<void>)[] = [];

  constructor(private readonly parts: TrialParts) {
    this.#clickHouse = parts.clickHouse;
    this.#cluster = parts.cluster;
  }

  get lab(): Lab {
    return this.parts.lab;
  }

  get clickHouse(): ClickHouse {
    return this.#clickHouse;
  }

  get log(): StoredLog {
    return new StoredLog(this.#clickHouse.store);
  }

  get fleet(): Fleet {
    return this.parts.fleet;
  }

  get kafka(): KafkaClient {
    return this.#brokersOrFail().kafka;
  }

  get brokers(): readonly string[] {
    return this.#brokersOrFail().brokers;
  }

  get isShort(): boolean {
    return this.parts.isShort;
  }

  get wanted(): number {
    return this.parts.injections;
  }

  /** From now on topics, feeds and workers are at these brokers. */
  useBrokers(cluster: Cluster): void {
    this.#cluster = cluster;
  }

  /** From now on rows are stored and looked for there. */
  useClickHouse(clickHouse: ClickHouse): void {
    this.#clickHouse = clickHouse;
    this.defer(() => clickHouse.dispose());
  }

  /** Done at the end, whatever happens; the last one first. */
  defer(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  /** Injects the fault as often as wanted. */
  async repeat(inject: (index: number) => Promise<void>): Promise<void> {
    for (let index = 0; index < this.parts.injections; index += 1) {
      await inject(index);
      this.count();
    }
  }

  /** Whether one more injection is wanted; it then counts as begun. */
  mayInject(): boolean {
    if (this.#begun >= this.parts.injections) return false;
    this.#begun += 1;
    return true;
  }

  /** One more injection. */
  count(): void {
    this.injected += 1;
    this.parts.onInjection(this.injected);
  }

  async topic(
    partitions: number,
    config: Readonly<Record<string, string>> = {},
    name = 'faults',
  ): Promise<string> {
    this.#topics += 1;
    const topic = `${name}-${process.pid}-${Date.now()}-${this.#topics}`;
    const spec = logTopic(topic, partitions);
    await ensureTopics(this.kafka, [{ ...spec, config: { ...spec.config, ...config } }]);
    await topicEnds(this.kafka, topic);
    return topic;
  }

  async feed(topic: string): Promise<LineFeed> {
    const feed = await LineFeed.start(this.kafka, topic);
    this.#feeds.push(feed);
    return feed;
  }

  /** For a worker on this topic; a group of its own need not wait until the broker misses a dead member. */
  env(topic: string, own: Readonly<Record<string, string>> = {}): Record<string, string> {
    this.#groups += 1;
    return {
      ...this.clickHouse.env(),
      KAFKA_BROKERS: this.brokers.join(','),
      SOURCE_TOPICS: topic,
      KAFKA_GROUP_ID: `${topic}-${this.#groups}`,
      KAFKA_SESSION_TIMEOUT_MS: '6000',
      SOURCE_MAX_EVENT_AGE_DAYS: '0',
      HASH_KEY: 'a key of the fault program alone',
      ...own,
    };
  }

  worker(topic: string, own: Readonly<Record<string, string>> = SMALL_BATCHES): Worker {
    return this.fleet.start(this.env(topic, own));
  }

  /** A worker that is started again when it ends by itself; each such end is counted in the notes at the end. */
  supervised(
    topic: string,
    own: Readonly<Record<string, string>> = SMALL_BATCHES,
  ): { current: () => Worker; exits: () => number } {
    let exits = 0;
    const { current } = this.fleet.supervise(this.env(topic, own), () => {
      exits += 1;
    });
    return { current, exits: () => exits };
  }

  /** Milliseconds between a fault and the next progress. */
  recovered(since: number): void {
    this.recoveries.push(performance.now() - since);
  }

  expect(holds: boolean, what: string): void {
    if (!holds) this.failures.push(what);
  }

  note(what: string): void {
    this.notes.push(what);
  }

  /** A random time within a range. */
  async pause(fromMs: number, toMs: number): Promise<void> {
    await delay(fromMs + Math.random() * (toMs - fromMs));
  }

  async ends(topic: string): Promise<Map<number, number>> {
    const ranges = await topicEnds(this.kafka, topic);
    return new Map(ranges.map(({ partition, end }) => [partition, end]));
  }

  /** The tails, waiting out a database that is away. */
  async tails(topic: string): Promise<Map<number, number>> {
    const deadline = performance.now() + STILL_MS;
    for (;;) {
      try {
        return await this.log.tails(topic);
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
      await delay(POLL_MS);
    }
  }

  /** Resolves when one of the partitions, or each that had some, has more rows than before. */
  async untilMoved(
    topic: string,
    before: ReadonlyMap<number, number>,
    which: 'any' | 'all' = 'any',
    withinMs = STILL_MS,
  ): Promise<void> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const now = await this.tails(topic);
      const moved = ([partition, tail]: [number, number]): boolean =>
        tail > (before.get(partition) ?? 0);
      if (which === 'any' && [...now].some(moved)) return;
      if (which === 'all' && [...before.keys()].every((one) => moved([one, now.get(one) ?? 0])))
        return;
      if (performance.now() > deadline) throw new Error(this.#stillness(topic, now));
      await delay(POLL_MS);
    }
  }

  /** Resolves when so many offsets are stored. */
  async untilStored(topic: string, offsets: number, withinMs = STILL_MS): Promise<void> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const tails = await this.tails(topic);
      if ([...tails.values()].reduce((sum, tail) => sum + tail, 0) >= offsets) return;
      if (performance.now() > deadline) throw new Error(this.#stillness(topic, tails));
      await delay(POLL_MS);
    }
  }

  /** Waits until the table reaches the broker's ends, as long as something moves. */
  async untilDrained(topic: string, storedAs = topic): Promise<void> {
    const ends = await this.ends(topic);
    const left = (tails: ReadonlyMap<number, number>): number =>
      [...ends].reduce(
        (sum, [partition, end]) => sum + Math.max(0, end - (tails.get(partition) ?? 0)),
        0,
      );
    let least = Number.POSITIVE_INFINITY;
    let movedAt = performance.now();
    for (;;) {
      const now = left(await this.tails(storedAs));
      if (now === 0) return;
      if (now < least) {
        least = now;
        movedAt = performance.now();
      }
      if (performance.now() - movedAt > STILL_MS) {
        this.failures.push(
          `${now} messages were still not stored ${STILL_MS / 1_000} s after the last movement`,
        );
        return;
      }
      await delay(100);
    }
  }

  /** Waits for quiescence, ends the workers gracefully, and holds the table against broker and writer. */
  async settle(
    topic: string,
    expected: { readonly serials: number; readonly rows?: number; readonly storedAs?: string },
  ): Promise<Finding> {
    await this.untilDrained(topic, expected.storedAs);
    await this.fleet.drain();
    return this.finding(topic, expected);
  }

  async finding(
    topic: string,
    expected: { readonly serials: number; readonly rows?: number; readonly storedAs?: string },
  ): Promise<Finding> {
    const { serials, rows, storedAs = topic } = expected;
    const ranges = await topicEnds(this.kafka, topic);
    const found = await this.log.serials(storedAs);
    this.expect(
      found.greatest < serials || serials === 0,
      'a serial is stored that was never written',
    );
    return findingOf(await this.log.partitions(storedAs), found, {
      ranges,
      serials,
      ...(rows !== undefined && { rows }),
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#feeds.map((feed) => feed.close()));
    for (const close of this.#closers.reverse()) {
      await close().catch(() => undefined);
    }
  }

  #brokersOrFail(): Cluster {
    if (this.#cluster === undefined) throw new Error('this fault has to start its own brokers');
    return this.#cluster;
  }

  #stillness(topic: string, tails: ReadonlyMap<number, number>): string {
    const words = this.fleet.lastWords(3).join(' ').slice(0, 1_500);
    return `${topic} stands still at ${JSON.stringify([...tails])}. The last worker said: ${words}`;
  }
}
