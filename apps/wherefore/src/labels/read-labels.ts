import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import { type Label } from './label.js';
import { parseLabels } from './parse-labels.js';

/** Reads a file of labels. @throws CliError LABELS_UNREADABLE */
export async function readLabels(path: string): Promise<Label[]> {
  const csv = await readFile(path, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('LABELS_UNREADABLE', `The labels cannot be read: ${why}.`);
  });
  return parseLabels(csv);
}
