import { parseArgs } from 'node:util';
import { type Fault } from './fault.js';
import { FAULTS } from './faults.js';

export interface Arguments {
  /** The faults named; all when empty. */
  readonly names: readonly string[];
  readonly count: number | undefined;
  readonly isShort: boolean;
  readonly isJson: boolean;
}

export const USAGE = `Usage: npm run faults -- ingest [--fault NAME]... [--count N] [--short] [--json]

Breaks ingest in every way of the fault table, on a real Kafka broker (three where the fault needs them), a real ClickHouse
and separate worker processes, and counts. The exit code is 1 if anything was lost or doubled, or a partition stands still.

  --fault NAME  this fault alone, by number (F1) or name (worker-killed); may be repeated
  --count N     inject it so often
  --short       few injections of every fault that does not take minutes
  --json        one object a line for each fault instead of the table

Verdicts have a table of their own: npm run faults -- verdicts --help

Faults:
${FAULTS.map(({ id, name, what, injections }) => `  ${id.padEnd(5)}${name.padEnd(24)}${what} (${injections.full})`).join('\n')}`;

/** @returns what is wrong with the words, or the usage where it was asked for */
export function parseArguments(words: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        fault: { type: 'string', multiple: true, default: [] },
        count: { type: 'string' },
        short: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return USAGE;
    if (positionals.join(' ') !== 'ingest')
      return `Which faults? npm run faults -- ingest, or npm run faults -- verdicts\n\n${USAGE}`;
    const unknown = values.fault.find((name) => !FAULTS.some((fault) => isNamed(fault, name)));
    if (unknown !== undefined) return `There is no fault "${unknown}".\n\n${USAGE}`;
    const count = values.count === undefined ? undefined : Number(values.count);
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0))
      return '--count takes a whole number from 1';
    return { names: values.fault, count, isShort: values.short, isJson: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function chosenFaults({ names, isShort }: Arguments): readonly Fault[] {
  if (names.length > 0) return FAULTS.filter((fault) => names.some((name) => isNamed(fault, name)));
  return FAULTS.filter(({ isLong }) => !isShort || isLong !== true);
}

const isNamed = ({ id, name }: Fault, wanted: string): boolean =>
  id.toLowerCase() === wanted.toLowerCase() || name === wanted.toLowerCase();
