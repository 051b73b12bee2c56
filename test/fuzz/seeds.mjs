import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const CASES = new URL('../cases/', import.meta.url).pathname;
const OWN = new URL('./seeds/', import.meta.url).pathname;

/**
 * Lines to mutate: `{ source, lines }`, a source as `createLineParser` takes it. They are the golden cases of the parser, and lines of
 * the formats and envelopes that have none there.
 */
export function loadSeeds() {
  const cases = readdirSync(CASES)
    .filter((name) => name.startsWith('traffic-'))
    .toSorted()
    .map((name) => seedsOfCase(join(CASES, name)));
  const own = readdirSync(OWN)
    .toSorted()
    .map((file) => ({
      source: sourceNamed(basename(file, '.log')),
      lines: linesOf(join(OWN, file)),
    }));
  return [...cases, ...own];
}

function seedsOfCase(folder) {
  const settings = join(folder, 'source.json');
  const own = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {};
  return {
    source: { name: 'fuzz', format: 'auto', ...own },
    lines: linesOf(join(folder, 'input.log')),
  };
}

/** Seeds of envelopes hold lines of any format. */
const sourceNamed = (name) => ({ name: 'fuzz', format: name === 'envelopes' ? 'auto' : name });

const linesOf = (path) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
