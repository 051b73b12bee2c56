#!/usr/bin/env node
// How long it takes from a request to the verdict on it: from the append time of the request to the append time of the verdict, both by
// the clock of the same Kafka broker, through the built ingest and analysis, while the log grows at a steady rate.
// Run: npm run bench -- latency [--rate LINES_PER_SECOND] [--seconds N] [--step MINUTES] [--json]
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureTopics, logTopic, tailTopic, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { startServices } from './ingest/bench-services.mjs';
import { startWorker } from './ingest/ingest-worker.mjs';
import { startAnalysis } from './latency/start-analysis.mjs';
import { generateLoad } from './latency/generate-load.mjs';
import { latencies } from './latency/latencies.mjs';
import { report } from './latency/report.mjs';

const { values: options } = parseArgs({
  options: {
    rate: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '120' },
    step: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const TOPIC = 'bench-latency';
const CHANGES = 'bench-verdict-changes';
const LATENESS_SECONDS = 5;
const say = (text) => process.stderr.write(`${text}\n`);

const services = await startServices();
try {
  await services.withDatabase(async (store) => {
    const changes = verdictChangeTopic(CHANGES, 1);
    const byBroker = { 'message.timestamp.type': 'LogAppendTime' };
    await ensureTopics(services.kafka, [
      logTopic(TOPIC, 2),
      verdictTopic('bench-verdicts', 1),
      { ...changes, config: { ...changes.config, ...byBroker } },
    ]);
    const place = { database: store.database, topic: TOPIC, group: 'bench-latency' };
    const worker = startWorker(services, place);
    await worker.untilReady();
    const analysis = startAnalysis(services, {
      database: store.database,
      stepMinutes: Number(options.step),
      latenessSeconds: LATENESS_SECONDS,
      topics: { current: 'bench-verdicts', changes: CHANGES },
    });
    const verdicts = [];
    const tail = await tailTopic({
      kafka: services.kafka,
      topic: CHANGES,
      from: 'beginning',
      follow: true,
      onMessage: ({ appendTime, value }) => {
        verdicts.push({ appendTime, message: JSON.parse(value.toString()) });
      },
    });
    const load = await generateLoad({
      kafka: services.kafka,
      topic: TOPIC,
      rate: Number(options.rate),
      seconds: Number(options.seconds),
      store,
      say,
    });
    const cycleSeconds = Number(options.step) * 60 + LATENESS_SECONDS;
    say(`waiting for the last cycle (${cycleSeconds} s and what it takes)`);
    await load.trickle(cycleSeconds + 20);
    await setTimeout(3_000);
    const found = await latencies(store, load.marked, verdicts);
    const failed = [worker.stopped(), analysis.stopped()].filter(Boolean);
    await tail.stop();
    await analysis.stop();
    await worker.stop();
    const result = { ...load.figures, cycleSeconds, failed, ...found };
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : report(result));
  });
} finally {
  await services.stop();
}
process.exit(0);
