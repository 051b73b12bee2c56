import { loadSources, SourcesError } from '#libs/sources';
import { redactText } from '#libs/traffic';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { sourceNamed } from '../parse/chosen-source.js';
import { eventRow } from '../parse/event-row.js';
import { inputLines } from '../parse/input-lines.js';
import { rowHash } from '../parse/row-hash.js';
import { writeLines } from '../parse/write-lines.js';
import { count, counted } from '../terminal/numbers.js';
import { renderCounts } from './render-counts.js';
import { renderRecord } from './render-record.js';
import { renderSources } from './render-sources.js';
import { SampleCounts } from './sample-counts.js';
import { createRecordReader, type ReadRecord } from '../parse/record-reader.js';

export interface CheckOptions {
  readonly source?: string;
  readonly lines: number;
  readonly json?: true;
}

/**
 * Checks a description of sources, and with a sample how its lines would be read.
 *
 * @throws SourcesError; CliError SAMPLE_REJECTED where lines would be dead letters, SOURCE_NOT_CHOSEN, FILE_UNREADABLE
 */
export async function checkSources(
  context: CliContext,
  file: string,
  sample: string | undefined,
  options: CheckOptions,
): Promise<void> {
  const { terminal } = context;
  const sources = checked(context, file, options);
  if (sample === undefined) {
    terminal.result(
      options.json === true ? JSON.stringify({ valid: true, sources }) : renderSources(sources),
    );
    return;
  }
  const source = sourceNamed(sources, options.source);
  const counts = new SampleCounts();
  const hash = rowHash(context.env);
  const readLine = createRecordReader(source, hash);
  for await (const lines of inputLines(sample)) {
    const records = lines.flatMap(readLine).map((record) => withoutSecrets(record, hash));
    for (const record of records) counts.add(record);
    const shown = records.filter(({ line }) => line <= options.lines);
    const texts = shown.map((record) => recordText(context, record, options));
    if (!(await writeLines(terminal.stdout, texts))) return;
  }
  conclude(context, counts, options);
}

const withoutSecrets = (record: ReadRecord, hash: (value: string) => string): ReadRecord => ({
  ...record,
  text: redactText(record.text.slice(0, LONGEST_SHOWN), hash),
});

/** Characters of a record's text that are looked at for showing it. */
const LONGEST_SHOWN = 4_096;

function checked(
  { terminal }: CliContext,
  file: string,
  { json }: CheckOptions,
): ReturnType<typeof loadSources> {
  try {
    return loadSources(file);
  } catch (error) {
    if (json === true && error instanceof SourcesError) {
      terminal.result(JSON.stringify({ valid: false, problems: error.problems }));
    }
    throw error;
  }
}

function recordText({ terminal }: CliContext, record: ReadRecord, { json }: CheckOptions): string {
  if (json !== true) return `${renderRecord(record, terminal.colours)}\n`;
  const { line, reading, text } = record;
  return JSON.stringify(
    reading.kind === 'reject'
      ? { line, reject_reason: reading.reason, raw: text }
      : {
          line,
          source_format: reading.format,
          client: reading.explain().client,
          event: eventRow(reading.event),
        },
  );
}

function conclude({ terminal }: CliContext, counts: SampleCounts, options: CheckOptions): void {
  terminal.result(
    options.json === true ? JSON.stringify({ summary: counts }) : renderCounts(counts),
  );
  const { rejected, records } = counts;
  if (rejected === 0 && records > 0) return;
  throw new CliError(
    'SAMPLE_REJECTED',
    records === 0
      ? 'The sample is empty.'
      : `${counted(rejected, 'record')} of ${count(records)} would become dead letters; correct the source, or what writes the log.`,
  );
}
