import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ensureTopics, LogProducer, logTopic } from '#libs/stream';

const PARTITIONS = 2;
const MESSAGES_AT_ONCE = 1_000;

/** Fills a new topic with the lines of a file, so many to a message, before anything is measured. */
export async function loadTopic({ kafka, topic, file, linesPerMessage, compression }) {
  await ensureTopics(kafka, [logTopic(topic, PARTITIONS)]);
  const producer = new LogProducer({ kafka, topic, compression });
  await producer.start();
  let lines = [];
  let messages = [];
  const close = () => {
    if (lines.length > 0) messages.push(lines.join('\n'));
    lines = [];
  };
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    lines.push(line);
    if (lines.length === linesPerMessage) close();
    if (messages.length === MESSAGES_AT_ONCE) {
      await producer.append(messages);
      messages = [];
    }
  }
  close();
  await producer.append(messages);
  await producer.stop();
}
