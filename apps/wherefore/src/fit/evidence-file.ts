import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CliError } from '../cli-error.js';
import { type LabelledVisitor } from './labelled-visitors.js';

/** Writes what was seen about labelled visitors, a line each question, so that weights can be fitted again without the logs. */
export async function writeEvidenceFile(
  path: string,
  labelled: readonly LabelledVisitor[],
): Promise<void> {
  const lines = labelled.map(
    (one) => `${JSON.stringify({ ...one, strengths: Object.fromEntries(one.strengths) })}\n`,
  );
  await writeFile(path, lines.join(''), { mode: 0o600 });
}

/** Reads it again. @throws CliError EVIDENCE_UNREADABLE */
export async function readEvidenceFile(path: string): Promise<LabelledVisitor[]> {
  const labelled: LabelledVisitor[] = [];
  try {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
    for await (const line of lines) if (line !== '') labelled.push(visitorFrom(line));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('EVIDENCE_UNREADABLE', `${path} cannot be read as evidence: ${why}.`);
  }
  return labelled;
}

function visitorFrom(line: string): LabelledVisitor {
  const one = JSON.parse(line) as Omit<LabelledVisitor, 'strengths'> & {
    readonly strengths: Readonly<Record<string, number>>;
  };
  return {
    ...one,
    strengths: new Map(Object.entries(one.strengths)) as LabelledVisitor['strengths'],
  };
}
