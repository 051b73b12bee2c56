import { parseArgs } from 'node:util';

/** What the scorecard was asked for. */
export interface Arguments {
  readonly isJson: boolean;
  /** Names, or beginnings of names, of data sets; empty for all. */
  readonly only: readonly string[];
  readonly isQuick: boolean;
  /** Write docs/scorecard.md and docs/scorecard.json. */
  readonly isWritten: boolean;
  /** Folder of the recorded data sets. */
  readonly data: string;
  /** Seeds of the simulated estates. */
  readonly seeds: readonly number[];
  /** File of fitted weights to judge by, or ''. */
  readonly weights: string;
  readonly stepMinutes: number;
  readonly isCached: boolean;
}

export const USAGE = `Usage: npm run scorecard [-- options]

Judges every labelled data set with the product, as it is and with bots under browsers' user agents, and prints one page: what
is found, who is accused, how soon, beside a list of user agents, thresholds per address and an Isolation Forest.

  --quick           the small data sets and one small simulated estate, in about six minutes
  --only NAMES      these data sets alone, or those whose names begin so, separated by commas
  --data DIR        where the recorded data sets are (default: ../shared/datasets)
  --seeds LIST      seeds of the simulated estates (default: 101,202,303)
  --weights FILE    judge by these fitted weights instead of the assumed ones
  --step MINUTES    judge at the end of each step of event time (default: 240); no delay is measured more finely
  --json            print JSON
  --write           write docs/scorecard.md and docs/scorecard.json as well
  --no-cache        judge again what the same build judged before
  --help            this

Examples:
  npm run scorecard -- --quick
  npm run scorecard -- --only talmedos,secrepo
  npm run scorecard -- --write`;

/** @returns what was asked for, or what to print instead */
export function parseArguments(words: readonly string[]): Arguments | string {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    if (values.help) return USAGE;
    const stepMinutes = Number(values.step);
    const seeds = list(values.seeds).map(Number);
    if (!Number.isInteger(stepMinutes) || stepMinutes < 1 || stepMinutes > 1440) {
      return '--step wants whole minutes from 1 to 1440.';
    }
    if (seeds.some((seed) => !Number.isInteger(seed))) return '--seeds wants whole numbers.';
    return {
      isJson: values.json,
      only: list(values.only),
      isQuick: values.quick,
      isWritten: values.write,
      data: values.data,
      seeds,
      weights: values.weights,
      stepMinutes,
      isCached: !values['no-cache'],
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n(npm run scorecard -- --help shows what there is)`;
  }
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  data: { type: 'string', default: '../shared/datasets' },
  seeds: { type: 'string', default: '101,202,303' },
  weights: { type: 'string', default: '' },
  step: { type: 'string', default: '240' },
  'no-cache': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
