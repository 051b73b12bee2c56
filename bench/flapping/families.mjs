import { createChance } from '../ingest/corpus/chance.mjs';

const PER_DAY = 144;

/**
 * Traces of the risk of one key, a value a cycle, null where the visitor was not there. Those at the border stay around one threshold of
 * the state machine: 40 (release), 80 (condemnation), 90 (block). Around the release level they begin condemned.
 */
export const FAMILIES = [
  ...[40, 80, 90].flatMap((border) =>
    [
      { name: `noise around ${border}`, isBorder: true, trace: noise(border, 8) },
      { name: `slow walk around ${border}`, isBorder: true, trace: walk(border, 8, 36) },
      { name: `very slow walk around ${border}`, isBorder: true, trace: walk(border, 8, 144) },
      { name: `to and fro over ${border}, hourly`, isBorder: true, trace: square(border, 6) },
      { name: `to and fro over ${border}, daily`, isBorder: true, trace: square(border, 72) },
    ].map((family) =>
      border === 40 ? { ...family, trace: condemnedFirst(family.trace) } : family,
    ),
  ),
  { name: 'wide walk over everything', isBorder: false, trace: walk(60, 20, 72) },
  { name: 'around 80, eight hours a day', isBorder: false, trace: worktime(noise(80, 8)) },
];

/** Each cycle anew: the worst of all walks. */
function noise(border, spread) {
  return (seed, days) => {
    const random = randomFrom(seed);
    return Array.from({ length: days * PER_DAY }, () => within(border + spread * normal(random)));
  };
}

/** Drawn back to the border (Ornstein-Uhlenbeck), with a memory of so many cycles. */
function walk(border, spread, memory) {
  return (seed, days) => {
    const random = randomFrom(seed);
    const keep = Math.exp(-1 / memory);
    const step = spread * Math.sqrt(1 - keep * keep);
    let at = spread * normal(random);
    return Array.from({ length: days * PER_DAY }, () => {
      at = at * keep + step * normal(random);
      return within(border + at);
    });
  };
}

function square(border, half) {
  return (seed, days) =>
    Array.from({ length: days * PER_DAY }, (_, i) =>
      within(border + (Math.floor((i + seed) / half) % 2 === 0 ? 4 : -4)),
    );
}

function condemnedFirst(trace) {
  return (seed, days) => [95, ...trace(seed, days).slice(1)];
}

function worktime(trace) {
  return (seed, days) =>
    trace(seed, days).map((score, i) => (i % PER_DAY < PER_DAY / 3 ? score : null));
}

/** Seeds that are small numbers give much the same first values. */
function randomFrom(seed) {
  const { next } = createChance(seed);
  for (let i = 0; i < 100; i += 1) next();
  return next;
}

const within = (score) => Math.min(100, Math.max(0, Math.round(score)));

/** Box and Muller. */
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
