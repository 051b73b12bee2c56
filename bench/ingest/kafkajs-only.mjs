import { fork } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = new URL('./kafkajs-reader.mjs', import.meta.url).pathname;
let runs = 0;

/** kafkajs reading the topic in a process of its own and doing nothing with it; its start is left out. */
export async function runKafkajsOnly({ broker }, { topic, lines, messages }) {
  runs += 1;
  const settings = {
    brokers: broker.brokers,
    topic,
    messages,
    group: `kafkajs-${process.pid}-${runs}`,
  };
  const child = fork(PROGRAM, [JSON.stringify(settings)]);
  const [cost] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the kafkajs reader ended with ${code}`);
    }),
  ]);
  await once(child, 'exit');
  return { lines, ...cost };
}
