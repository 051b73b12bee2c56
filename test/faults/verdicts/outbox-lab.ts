import { setTimeout as delay } from 'node:timers/promises';
import { ensureTopics, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { ClickHouse } from '../lab/click-house.js';
import { Fleet } from '../lab/fleet.js';
import { type Lab } from '../lab/lab.js';
import { OwnBroker } from '../lab/own-broker.js';
import { type Worker } from '../lab/worker.js';

/** By the broker's clock: when a change was in the topic. */
const APPEND_TIME = { 'message.timestamp.type': 'LogAppendTime' };
const RESTART_MS = 200;

/** The analysis, started again whenever it ends. */
class Publisher {
  #worker: Worker;
  #isClosed = false;

  constructor(
    private readonly fleet: Fleet,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.#worker = this.#start();
  }

  kill(): Promise<void> {
    return this.#worker.kill();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.fleet.close();
  }

  #start(): Worker {
    const worker = this.fleet.start(this.env, 'analyse');
    void worker.exited
      .then(() => delay(RESTART_MS))
      .then(() => {
        if (!this.#isClosed) this.#worker = this.#start();
      });
    return worker;
  }
}

/** A ClickHouse, a broker and a publisher of one trial, which can be killed. */
export interface OutboxLab {
  readonly clickHouse: ClickHouse;
  readonly broker: OwnBroker;
  readonly publisher: Publisher;
  readonly topics: { readonly current: string; readonly changes: string };
  close(): Promise<void>;
}

/** `own` is added to the environment of the analysis. */
export async function openOutboxLab(
  lab: Lab,
  own: Readonly<Record<string, string>> = {},
): Promise<OutboxLab> {
  const closers: (() => Promise<void>)[] = [];
  const clickHouse = await ClickHouse.start(lab.newFolder('clickhouse'));
  closers.push(() => clickHouse.dispose());
  const broker = await OwnBroker.start({ lab, defer: (close) => closers.push(close) });
  const topics = { current: 'verdicts', changes: 'verdict-changes' };
  const specs = [verdictTopic(topics.current), verdictChangeTopic(topics.changes)];
  await ensureTopics(
    broker.cluster.kafka,
    specs.map((spec) => ({ ...spec, config: { ...spec.config, ...APPEND_TIME } })),
  );
  const { url, user, password } = clickHouse.login;
  const publisher = new Publisher(new Fleet(lab.reaper), {
    CLICKHOUSE_URL: url,
    CLICKHOUSE_USER: user,
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: 'wherefore',
    KAFKA_BROKERS: broker.cluster.brokers.join(','),
    ANALYSIS_MODE: 'live',
    ANALYSIS_INTERVAL_MS: '250',
    FACTS_INTERVAL_MS: '0',
    VERDICT_SINK: 'kafka',
    VERDICT_TOPIC: topics.current,
    VERDICT_CHANGE_TOPIC: topics.changes,
    ...own,
  });
  closers.push(() => publisher.close());
  const close = async (): Promise<void> => {
    for (const one of closers.toReversed()) await one();
  };
  return { clickHouse, broker, publisher, topics, close };
}
