import { loadTopic } from './load-topic.mjs';

/** Loads a topic for each (format, lines per message) that a chosen contestant reads, and an empty one. */
export async function prepareTopics({ kafka }, { chosen, log, compression, say }) {
  const load = (topic, file, linesPerMessage) =>
    loadTopic({ kafka, topic, file, linesPerMessage, compression });
  const empty = 'bench-empty';
  await load(empty, '/dev/null', 1);
  const loaded = new Set();
  for (const { format, linesPerMessage } of chosen.filter((one) => one.linesPerMessage)) {
    const topic = nameOf(format, linesPerMessage);
    if (loaded.has(topic)) continue;
    say(`loading ${topic}`);
    await load(topic, log.files[format], linesPerMessage);
    loaded.add(topic);
  }
  return {
    empty,
    of: ({ format, linesPerMessage }) =>
      linesPerMessage === undefined
        ? {}
        : {
            topic: nameOf(format, linesPerMessage),
            messages: Math.ceil(log.lines / linesPerMessage),
          },
  };
}

const nameOf = (format, linesPerMessage) => `bench-${format}-${linesPerMessage}`;
