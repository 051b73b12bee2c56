// The process of kafkajs-only.mjs: reads so many messages of a topic and tells its parent what that cost.
import { performance } from 'node:perf_hooks';
import { createKafka } from '#libs/stream';

const FETCH_BYTES = 4 * 1_048_576;
const { brokers, topic, group, messages } = JSON.parse(process.argv[2]);
const consumer = createKafka({ brokers }).consumer({
  groupId: group,
  minBytes: FETCH_BYTES,
  maxBytesPerPartition: FETCH_BYTES,
  maxWaitTimeInMs: 1_000,
});
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
const cpu = process.cpuUsage();
const begun = performance.now();
let seen = 0;
await consumer.run({
  autoCommit: false,
  eachBatch: ({ batch }) => {
    seen += batch.messages.length;
    if (seen >= messages) finish();
    return Promise.resolve();
  },
});

function finish() {
  const { user, system } = process.cpuUsage(cpu);
  const wall = (performance.now() - begun) / 1_000;
  process.send(
    {
      wall,
      worker: (user + system) / 1e6,
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    () => process.exit(0),
  );
}
