// Turns the verdict topic into a file of addresses to block, one CIDR a line, that follows every change within a second.
// Run: npm run build && node dist/examples/verdict-consumer/consume.js BROKERS TOPIC FILE
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { type VerdictChange, type VerdictMessage, VerdictTable } from 'wherefore/verdict';

const [brokers = '127.0.0.1:9092', topic = 'wherefore.verdicts', file = 'blocked.txt'] =
  process.argv.slice(2);
const EVERY_MS = 1_000;
const table = new VerdictTable();
let written: string | undefined;

// Rule 1: read from the beginning, and commit nothing: the topic is the state, and a new group starts over.
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `blocked-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: ({ message }) => {
    table.apply(changeOf(message));
    return Promise.resolve();
  },
});
setInterval(() => void write().catch(giveUp), EVERY_MS);

/** Rule 2: the revision decides; a tombstone has it in its header. */
function changeOf({ key, value, headers }: KafkaMessage): VerdictChange {
  const revision = Number(headers?.['ce_revision']?.toString());
  return {
    key: key?.toString() ?? '',
    revision: Number.isSafeInteger(revision) ? revision : null,
    message: value === null ? null : (JSON.parse(value.toString()) as VerdictMessage),
  };
}

/** Rules 4 and 5: only what may be loaded as an address, only what is to be enforced, and no action we do not know. */
function mayBlock({ action, mode, match }: VerdictMessage): boolean {
  return action === 'block' && mode === 'enforce' && match === null;
}

/** Rule 3: expiry is ours to keep. The file is replaced as a whole, so that no reader sees half of it. */
async function write(): Promise<void> {
  table.dropExpired(Date.now());
  const blocked = table.inForce(Date.now()).filter(mayBlock);
  const text = [...new Set(blocked.flatMap(({ subject }) => subject.enforce_as))].toSorted();
  const lines = text.map((cidr) => `${cidr}\n`).join('');
  if (lines === written) return;
  await writeFile(`${file}.next`, lines);
  await rename(`${file}.next`, file);
  written = lines;
}

function giveUp(error: unknown): never {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
}
