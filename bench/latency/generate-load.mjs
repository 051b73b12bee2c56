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
/** Slower than that, and it is not the rate that is too much. */
const LOWEST = 500;

/** Writes lines at a steady rate, offenders among them; goes down with the rate where the machine cannot keep up, and says so. */
export async function generateLoad({ kafka, topic, rate: wanted, seconds, store, say }) {
  const producer = new LogProducer({ kafka, topic, batchBytes: 128 * 1024 });
  await producer.start();
  const state = { rate: wanted, people: 0, offenders: 0, lines: 0, marked: [] };
  const begun = performance.now();
  let ends = begun + (seconds + WARM_UP_SECONDS) * 1_000;
  let nextCheck = begun + WARM_UP_SECONDS * 500;
  let measured = { from: begun + WARM_UP_SECONDS * 1_000, lines: null };
  let due = begun;
  for (let slice = 0; performance.now() < ends; slice += 1) {
    const isMeasured = performance.now() >= measured.from;
    if (isMeasured) measured.lines ??= state.lines;
    await producer.append(sliceOf(state, slice, isMeasured));
    due += SLICE_MS;
    if (performance.now() > nextCheck) {
      nextCheck = performance.now() + 3_000;
      const behind = await linesBehind(store, producer);
      const late = performance.now() - due;
      if ((behind > PATIENCE_SECONDS * state.rate || late > 2_000) && state.rate > LOWEST) {
        state.rate = Math.round(state.rate * 0.6);
        due = performance.now();
        measured = { from: due + WARM_UP_SECONDS * 500, lines: null };
        ends = measured.from + seconds * 1_000;
        state.marked.length = 0;
        say(`${behind} lines wait to be stored: down to ${state.rate} lines/s, measured anew`);
      }
    }
    await setTimeout(Math.max(0, due - performance.now()));
  }
  const measuredSeconds = Math.max(1, Math.round((performance.now() - measured.from) / 1_000));
  const rate = Math.round((state.lines - (measured.lines ?? state.lines)) / measuredSeconds);
  await producer.flush();
  return {
    marked: state.marked,
    figures: { wanted, rate, lines: state.lines, seconds: measuredSeconds },
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
