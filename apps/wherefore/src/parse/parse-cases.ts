import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { CaseSummary } from './case-summary.js';
import { type ConformanceCase, parseCase } from './conformance-case.js';
import { inputLines } from './input-lines.js';
import { type CaseFormat, readCase } from './read-case.js';
import { writeLines } from './write-lines.js';

interface Options {
  readonly format: CaseFormat;
  readonly summary: boolean;
}

/**
 * Prints what becomes of conformance cases, one JSON object each, or a table of how many were read in the right format.
 *
 * @throws CliError CASE_UNREADABLE
 */
export async function parseCases(
  { terminal }: CliContext,
  files: readonly string[],
  { format, summary }: Options,
): Promise<void> {
  const counts = new CaseSummary();
  for await (const one of casesIn(files)) {
    const reading = readCase(one, format);
    counts.add(one, reading);
    if (summary) continue;
    if (!(await writeLines(terminal.stdout, [JSON.stringify(reading)]))) return;
  }
  if (summary) terminal.result(counts.render());
}

async function* casesIn(files: readonly string[]): AsyncGenerator<ConformanceCase> {
  for (const file of files) {
    let number = 0;
    for await (const lines of inputLines(file)) {
      for (const line of lines) {
        number++;
        if (line.trim() !== '') yield caseOf(line, `${file}:${number}`);
      }
    }
  }
}

function caseOf(line: string, place: string): ConformanceCase {
  try {
    return parseCase(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(
      'CASE_UNREADABLE',
      `${place} is no case: ${why}. A case is a JSON object with "id", "format" and "raw".`,
    );
  }
}
