#!/usr/bin/env node
// Feeds mutated log lines and random bytes to the built product, from the Kafka message to the encoded row, and looks for what throws,
// hangs, takes more than linear time or fills the memory. The same seed gives the same inputs.
// Run: npm run fuzz -- [--inputs N] [--seed S] [--from N] [--format F] [--json]
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Fuzzing } from './fuzzing.mjs';
import { report, table } from './report.mjs';
import { formatsWithoutSeed } from './seeds-of-format.mjs';
import { loadSeeds } from './seeds.mjs';

const { values: options } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    format: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
if (!existsSync(new URL('../../dist/libs/traffic/src/index.js', import.meta.url))) {
  process.stderr.write('Nothing is built yet: run "npm run build" first.\n');
  process.exit(1);
}
const seed = Number(options.seed);
const from = Number(options.from);
const fuzzing = new Fuzzing({
  seed,
  from,
  to: from + Number(options.inputs),
  format: options.format,
  say: (text) => process.stderr.write(text),
});
const result = {
  ...report(await fuzzing.run(), { seed, from, format: options.format }),
  formatsWithoutSeed: formatsWithoutSeed(loadSeeds()),
};
process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : table(result));
process.exitCode = result.findings.length === 0 ? 0 : 1;
