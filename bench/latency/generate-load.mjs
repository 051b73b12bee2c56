import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { LogProducer } from '#libs/stream';
import { offenders, personLines } from './visitors.mjs';

const SLICE_MS = 100;
const LINES_PER_MESSAGE = 20;
const LINES_PER_PERSON = 5;
/** So many seconds' worth of lines may wait to be stored; with more, the machine cannot keep up. */
const PATIENCE_SECONDS = 4;
const WARM_UP_SECONDS = 15;

/** Writes lines at a steady rate, offenders among them; goes down with the rate where the machine cannot keep up, and says so. */
export async function generateLoad({ kafka, topic, rate: wanted, seconds, store, say }) {
  const producer = new LogProducer({ kafka, topic, batchBytes: 128 * 1024 });
  await producer.start();
  const state = { rate: wanted, people: 0, offenders: 0, lines: 0, marked: [] };
  const begun = performance.now();
  const warmUntil = () => begun + WARM_UP_SECONDS * 1_000;
  let measuredFrom = warmUntil();
  let nextCheck = begun + WARM_UP_SECONDS * 500;
  for (let slice = 0; performance.now() - begun < (seconds + WARM_UP_SECONDS) * 1_000; slice += 1) {
    await producer.append(sliceOf(state, slice, performance.now() >= measuredFrom));
    if (performance.now() > nextCheck) {
      nextCheck = performance.now() + 3_000;
      const behind = await linesBehind(store, producer);
      if (behind > PATIENCE_SECONDS * state.rate && state.rate > 500) {
        state.rate = Math.round(state.rate * 0.7);
        measuredFrom = performance.now() + WARM_UP_SECONDS * 1_000;
        state.marked.length = 0;
        say(
          `${behind} lines wait to be stored: going down to ${state.rate} lines/s, measuring anew`,
        );
      }
    }
    await setTimeout(Math.max(0, begun + (slice + 1) * SLICE_MS - performance.now()));
  }
  await producer.flush();
  return {
    marked: state.marked,
    figures: { wanted, rate: state.rate, lines: state.lines, seconds },
    trickle: async (forSeconds) => {
      for (let i = 0; i < forSeconds; i += 1) {
        await producer.append([personLines((state.people += 1), Date.now()).join('\n')]);
        await setTimeout(1_000);
      }
      await producer.stop();
    },
  };
}

function sliceOf(state, slice, measured) {
  const now = Date.now();
  const messages = [];
  let lines = [];
  const add = (more) => {
    lines.push(...more);
    if (lines.length < LINES_PER_MESSAGE) return;
    messages.push(lines.join('\n'));
    state.lines += lines.length;
    lines = [];
  };
  const people = Math.round((state.rate * SLICE_MS) / 1_000 / LINES_PER_PERSON);
  for (let i = 0; i < people; i += 1) add(personLines((state.people += 1) % 60_000, now));
  for (const kind of kindsOf(slice)) {
    const { address, lines: own } = offenders[kind]((state.offenders += 1), now);
    add(own);
    if (measured) state.marked.push({ kind, address });
  }
  if (lines.length > 0) messages.push(lines.join('\n'));
  state.lines += lines.length;
  return messages;
}

/** Three who ask for secrets and one false crawler a second, a scraper every other second. */
function kindsOf(slice) {
  const at = slice % 10;
  return [
    ...(at % 3 === 0 && at < 9 ? ['secrets'] : []),
    ...(at === 5 ? ['impostor'] : []),
    ...(slice % 20 === 8 ? ['scraper'] : []),
  ];
}

async function linesBehind(store, producer) {
  const [row] = await store.query(
    'SELECT sum(tail) AS stored FROM (SELECT max(kafka_offset) + 1 AS tail FROM access_events GROUP BY kafka_topic, kafka_partition)',
  );
  return (producer.acknowledged - Number(row?.stored ?? 0)) * LINES_PER_MESSAGE;
}
