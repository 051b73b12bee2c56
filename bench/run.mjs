#!/usr/bin/env node
// npm run bench -- NAME [flags]: runs one benchmark on the built product.
import { existsSync, readdirSync } from 'node:fs';

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.replace('.mjs', ''));
const [name = '', ...flags] = process.argv.slice(2);

if (!names.includes(name)) {
  process.stderr.write(`Which benchmark? npm run bench -- ${names.join(' | ')} [--json]\n`);
  process.exit(1);
}
if (!existsSync(new URL('../dist/libs/traffic/src/index.js', import.meta.url))) {
  process.stderr.write('Nothing is built yet: run "npm run build" first.\n');
  process.exit(1);
}
process.argv.splice(2, process.argv.length - 2, ...flags);
await import(`./${name}.mjs`);
