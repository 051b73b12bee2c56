import { gzipSync } from 'node:zlib';
import { CompressionTypes, type Message } from 'kafkajs';
import { type Fault } from '../fault.js';
import { damageBatch, type Damage } from '../lab/damage-batch.js';
import { serialLine } from '../lab/line-feed.js';
import { OwnBroker } from '../lab/own-broker.js';
import { type Trial } from '../trial.js';

const MIB = 1_048_576;
const SHARES = [0.01, 0.5, 1];
const DAMAGES: readonly Damage[] = [
  'a changed byte in the line',
  'an unknown codec',
  'a wrong record length',
];

/** Counts what is sent, so that the oracle knows what has to come out. */
class Sender {
  serials = 0;
  /** Messages that can be nothing but dead letters. */
  planted = 0;

  constructor(
    private readonly trial: Trial,
    private readonly topic: string,
  ) {}

  good(): Message {
    const value = serialLine(this.serials);
    this.serials += 1;
    return { value };
  }

  bad(value: string | Buffer): Message {
    this.planted += 1;
    return { value };
  }

  async send(messages: readonly Message[], compression = CompressionTypes.None): Promise<void> {
    const producer = this.trial.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    try {
      await producer.connect();
      await producer.send({ topic: this.topic, messages: [...messages], compression, acks: -1 });
    } finally {
      await producer.disconnect();
    }
  }
}

/** F9: whatever can be wrong with a message, between good lines; every message has to be a row, and none stops the rest. */
export const poison: Fault = {
  id: 'F9',
  name: 'poison',
  what: '1, 50 and 100 % bad lines, 16 MB line, NULs, bad UTF-8, bombs, damaged record batches',
  injections: { full: 3_000, short: 300 },
  ownBrokers: true,
  run: async (trial) => {
    const broker = await OwnBroker.start(trial);
    trial.useBrokers(broker.cluster);
    const topic = await trial.topic(1, { 'max.message.bytes': String(32 * MIB) });
    const worker = trial.supervised(topic, {});
    const sender = new Sender(trial, topic);
    for (const share of SHARES) await sender.send(someBad(sender, share, trial.wanted));
    for (const message of oddities(sender))
      await sender.send([sender.good(), message, sender.good()]);
    // As one record batch of 140 MiB of nothing: refused before it is unpacked, each of its records a row.
    await sender.send([sender.bad(Buffer.alloc(140 * MIB))], CompressionTypes.GZIP);
    for (const damage of DAMAGES) await sender.send([sender.bad(marker(damage))]);
    await sender.send([sender.good()]);
    await trial.untilDrained(topic);
    const damaged = await rereadDamaged(trial, broker, topic);
    trial.injected = sender.planted;
    const finding = await trial.settle(topic, { serials: sender.serials });
    const stored = await trial.log.rejects(topic);
    const rejects = await trial.log.rejectedMessages(topic);
    trial.note(
      `dead letters: ${[...stored].map(([reason, rows]) => `${rows} ${reason}`).join(', ')}`,
    );
    trial.note(damaged);
    trial.expect(
      rejects === sender.planted,
      `${rejects} messages rejected of ${sender.planted} planted`,
    );
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};

function someBad(sender: Sender, share: number, planted: number): Message[] {
  const count = Math.round(planted / SHARES.length / share);
  return Array.from({ length: count }, (_, index) =>
    index * share - Math.floor(index * share) < share - 1e-9 || share === 1
      ? sender.bad(`no log line, number ${index} of ${count}`)
      : sender.good(),
  );
}

function oddities(sender: Sender): Message[] {
  const utf8 = Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xa0, 0xa1, 0xed, 0xa0, 0x80]);
  return [
    sender.bad('x'.repeat(16 * MIB)),
    sender.bad('\0'.repeat(1_000)),
    sender.bad(utf8),
    sender.bad(''),
    sender.bad('{"a":'.repeat(50_000)),
    sender.bad(gzipSync(Buffer.alloc(200 * MIB))),
    sender.bad(gzipSync(Buffer.from('cut off in the middle of it, as happens')).subarray(0, 30)),
  ];
}

const marker = (damage: Damage): string => `VICTIM of ${damage}`;

/**
 * Damages batches on the broker's disk and has a second database read everything: all other lines must be there, and each damaged
 * batch a dead letter. (The first one had read them whole.)
 */
async function rereadDamaged(trial: Trial, broker: OwnBroker, topic: string): Promise<string> {
  await trial.fleet.drain();
  await broker.stop();
  for (const damage of DAMAGES) await damageBatch(broker.dataDir, topic, marker(damage), damage);
  await broker.start();
  await trial.clickHouse.store.command('TRUNCATE TABLE access_events');
  trial.worker(topic, {});
  return `${DAMAGES.length} record batches were damaged on the broker's disk: ${DAMAGES.join(', ')}; everything was read again`;
}
