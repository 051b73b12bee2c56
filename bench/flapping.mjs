// How often verdicts of visitors at the border change their mind: the state machine on random walks, no server needed.
import { table } from './flapping/table.mjs';
import { FAMILIES } from './flapping/families.mjs';
import { flapsOf } from './flapping/flaps-of.mjs';

const DAYS = 30;
const KEYS = 40;
const LIMIT = 0.01;

const isJson = process.argv.includes('--json');
const results = FAMILIES.map((family) => measure(family));
if (isJson) for (const one of results) console.log(JSON.stringify(one));
else {
  console.log(
    `Changes of mind per key and day, ${KEYS} keys of ${DAYS} days each, a cycle every 10 minutes`,
  );
  console.log(table(results));
}
if (results.some(({ isBorder, flaps }) => isBorder && flaps > LIMIT)) process.exitCode = 1;

function measure({ name, isBorder, trace }) {
  const total = { condemned: 0, flaps: 0, messages: 0 };
  for (let key = 0; key < KEYS; key += 1) {
    const found = flapsOf(trace(key + 1, DAYS));
    for (const field of Object.keys(total)) total[field] += found[field];
  }
  const perKeyDay = (count) => count / (KEYS * DAYS);
  return {
    name,
    isBorder,
    flaps: perKeyDay(total.flaps),
    condemned: total.condemned / KEYS,
    messages: perKeyDay(total.messages),
  };
}
