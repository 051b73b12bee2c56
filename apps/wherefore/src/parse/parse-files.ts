import { type LogFormatName } from '#libs/traffic';
import { type CliContext } from '../cli-context.js';
import { count, counted } from '../terminal/numbers.js';
import { chosenSource } from './chosen-source.js';
import { inputLines } from './input-lines.js';
import { createRecordReader } from './record-reader.js';
import { recordRow } from './record-row.js';
import { rowHash } from './row-hash.js';
import { writeLines } from './write-lines.js';

interface Options {
  readonly format: LogFormatName | 'auto';
  readonly sources?: string;
  readonly source?: string;
  readonly plain: boolean;
}

/** Prints the rows of log files as NDJSON and says at the end how many lines were no requests. */
export async function parseFiles(
  { terminal, env, stopRequested }: CliContext,
  files: readonly string[],
  options: Options,
): Promise<void> {
  const source = chosenSource(options);
  const hash = rowHash(env);
  const { plain } = options;
  const reasons = new Map<string, number>();
  let rows = 0;
  for (const file of files) {
    const readLine = createRecordReader(source, hash);
    for await (const lines of inputLines(file)) {
      if (stopRequested.aborted) return;
      const made = lines
        .flatMap(readLine)
        .map((record) => recordRow(record, { source, hash, plain }));
      rows += made.length;
      for (const { reject_reason: reason } of made) {
        if (typeof reason === 'string') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      const texts = made.map((row) => JSON.stringify(row));
      if (!(await writeLines(terminal.stdout, texts))) return;
    }
  }
  if (reasons.size > 0) terminal.warn(rejectedText(reasons, rows));
}

function rejectedText(reasons: ReadonlyMap<string, number>, rows: number): string {
  const sorted = [...reasons].sort(([, a], [, b]) => b - a);
  const rejected = sorted.reduce((sum, [, number]) => sum + number, 0);
  const why = sorted.map(([reason, number]) => `${reason} ${number}`).join(', ');
  return `${counted(rejected, 'record')} of ${count(rows)} no request: ${why}`;
}
