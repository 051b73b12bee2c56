import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { serialLines } from '../lab/line-feed.js';
import { sendLines } from '../lab/send-lines.js';
import { type Finding } from '../oracle/finding.js';
import { mergeFindings } from '../oracle/merge-findings.js';
import { type Trial } from '../trial.js';

const LINES = 3_000;

/** F10: what was written twice is stored twice, what is read twice is not; a new topic of an old name and lost messages are told. */
export const replay: Fault = {
  id: 'F10',
  name: 'replay',
  what: 'duplicates at the producer, replay by a new group, topic recreated, retention overrun',
  injections: { full: 4, short: 4 },
  run: async (trial) => {
    const findings: Finding[] = [];
    for (const part of [duplicatesAndReplay, recreated, overrun]) findings.push(await part(trial));
    trial.count();
    return mergeFindings(findings);
  },
};

async function duplicatesAndReplay(trial: Trial): Promise<Finding> {
  const topic = await trial.topic(2);
  await sendLines(trial, topic, serialLines(0, LINES));
  await sendLines(trial, topic, serialLines(0, LINES / 10));
  const first = trial.worker(topic);
  await trial.untilDrained(topic);
  await first.drain();
  trial.count();
  // A new group starts where the table ends, whatever Kafka says.
  trial.worker(topic);
  await delay(3_000);
  trial.count();
  return trial.settle(topic, { serials: LINES, rows: LINES + LINES / 10 });
}

async function recreated(trial: Trial): Promise<Finding> {
  const topic = await trial.topic(1);
  await sendLines(trial, topic, serialLines(0, LINES));
  const before = trial.worker(topic);
  await trial.untilDrained(topic);
  await before.drain();
  await recreate(trial, topic);
  await sendLines(trial, topic, serialLines(0, LINES / 2));
  const refusing = trial.worker(topic);
  const code = await Promise.race([refusing.exited, delay(30_000, 'still running')]);
  trial.count();
  trial.expect(code === 1, `the worker on a recreated topic ended with ${String(code)}, not 1`);
  const said = refusing.log.find((line) => line.includes('TOPIC_RECREATED')) ?? '';
  trial.expect(said.includes('SOURCE_EPOCH'), 'the refusal does not say what to do');
  trial.worker(topic, { SOURCE_EPOCH: `${topic}@2` });
  return trial.settle(topic, { serials: LINES / 2, storedAs: `${topic}@2` });
}

async function overrun(trial: Trial): Promise<Finding> {
  const topic = await trial.topic(1);
  await sendLines(trial, topic, serialLines(0, LINES));
  const before = trial.worker(topic);
  await trial.untilDrained(topic);
  await before.drain();
  const rest = serialLines(LINES, LINES);
  await sendLines(trial, topic, rest);
  await deleteBefore(trial, topic, LINES + LINES / 2);
  trial.worker(topic);
  await trial.untilDrained(topic);
  await trial.fleet.drain();
  const gaps = await trial.clickHouse.store.query<{ raw: string; offset: number }>(
    `SELECT raw, toInt64(kafka_offset) AS offset FROM access_events
     WHERE kafka_topic = {topic: String} AND reject_reason = 'gap'`,
    { topic },
  );
  const [gap] = gaps;
  trial.expect(
    gaps.length === 1 &&
      gap?.offset === LINES + LINES / 2 - 1 &&
      gap.raw === JSON.stringify({ from: LINES, to: LINES + LINES / 2 }),
    `the gap record is ${JSON.stringify(gaps)}`,
  );
  const finding = await trial.finding(topic, { serials: 0 });
  trial.note(
    `retention overrun: ${finding.gaps + 1} messages deleted unread, said so by ${gaps.length} gap record`,
  );
  // Nobody could have stored what was deleted: these offsets are accounted for by the record.
  return {
    ...finding,
    gaps: finding.gaps - (LINES / 2 - 1),
    expected: finding.expected + LINES + 1,
  };
}

async function recreate(trial: Trial, topic: string): Promise<void> {
  const admin = trial.kafka.admin();
  try {
    await admin.connect();
    await admin.deleteTopics({ topics: [topic] });
    await delay(1_000);
    await admin.createTopics({
      topics: [
        {
          topic,
          numPartitions: 1,
          configEntries: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }],
        },
      ],
      waitForLeaders: true,
    });
  } finally {
    await admin.disconnect();
  }
}

async function deleteBefore(trial: Trial, topic: string, offset: number): Promise<void> {
  const admin = trial.kafka.admin();
  try {
    await admin.connect();
    // Loads the topic's metadata, which kafkajs needs next.
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({
      topic,
      partitions: [{ partition: 0, offset: String(offset) }],
    });
  } finally {
    await admin.disconnect();
  }
}
