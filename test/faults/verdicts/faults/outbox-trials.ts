import { setTimeout as delay } from 'node:timers/promises';
import { type OutboxLab } from '../outbox-lab.js';
import { type VerdictTrial } from '../verdict-trial.js';
import { runOutboxTrial } from './run-outbox-trial.js';

/** One way to break the way from ClickHouse to Kafka, once. */
type Injection = (lab: OutboxLab) => Promise<void>;

/** How long a server stays away, milliseconds. */
const AWAY_MS = [500, 4_000] as const;

const away = (): Promise<void> => pause(...AWAY_MS);

const publisherKilled: Injection = ({ publisher }) => publisher.kill();

const brokerKilled: Injection = async ({ broker }) => {
  await broker.kill();
  await away();
  await broker.start();
};

const brokerStopped: Injection = async ({ broker }) => {
  await broker.stop();
  await away();
  await broker.start();
};

const storeKilled: Injection = async ({ clickHouse }) => {
  await clickHouse.kill();
  await away();
  await clickHouse.start();
};

const storeStopped: Injection = async ({ clickHouse }) => {
  await clickHouse.stop();
  await away();
  await clickHouse.start();
};

const allKilled: Injection = async ({ publisher, broker, clickHouse }) => {
  await Promise.all([publisher.kill(), broker.kill(), clickHouse.kill()]);
  await Promise.all([broker.start(), clickHouse.start()]);
};

export const outboxTrials: readonly VerdictTrial[] = [
  outboxTrial(
    'publisher-killed',
    'SIGKILL of the publisher at random moments',
    50,
    publisherKilled,
  ),
  outboxTrial('broker-killed', 'SIGKILL of the broker, and back', 10, brokerKilled),
  outboxTrial('broker-stopped', 'the broker is shut down, and back', 5, brokerStopped),
  outboxTrial('store-killed', 'SIGKILL of ClickHouse, and back', 10, storeKilled),
  outboxTrial('store-stopped', 'ClickHouse is shut down, and back', 5, storeStopped),
  outboxTrial('all-killed', 'SIGKILL of all three at once, and back', 5, allKilled),
];

function outboxTrial(name: string, what: string, count: number, inject: Injection): VerdictTrial {
  return {
    name,
    group: 'outbox',
    what: `${what}, while verdict changes are written and published`,
    count,
    run: (options) =>
      runOutboxTrial(options, async (lab) => {
        await pause(0, 1_500);
        await inject(lab);
      }),
  };
}

function pause(fromMs: number, toMs: number): Promise<void> {
  return delay(fromMs + Math.random() * (toMs - fromMs));
}
