import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recount } from '#libs/enforcement';
import { type OperatorOrder } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { type RecordedDatabase } from '../explain/open-recorded.js';
import { recountVerdicts } from '../explain/recount-verdicts.js';
import { type Parts } from '../parts/with-parts.js';
import { appealCase } from './appeal-case.js';

const HASH_DIGITS = 8;

/**
 * Writes each mistake as a golden case: the figures that its verdict came from, counted again from the log, and that it must not be called
 * malicious. Gives the files written; mistakes whose log is gone are left out, with a warning.
 */
export async function exportCases(
  context: CliContext,
  parts: Parts,
  { env }: RecordedDatabase,
  appeals: readonly OperatorOrder[],
  folder: string,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const appeal of appeals) {
    const { verdictId: verdict } = appeal;
    const [recount] = await recountVerdicts(context, parts, { env, verdict, verbose: false });
    const name = await write(recount, appeal, folder);
    if (name === null) context.terminal.warn(`the verdict ${verdict} can no longer be counted`);
    else written.push(name);
  }
  return written;
}

async function write(
  recount: Recount | undefined,
  appeal: OperatorOrder,
  folder: string,
): Promise<string | null> {
  const figures = recount?.again?.figures;
  if (figures === undefined) return null;
  const hash = createHash('sha256').update(appeal.verdictId).digest('hex').slice(0, HASH_DIGITS);
  const path = join(folder, `intent-appeal-${hash}`);
  await mkdir(path, { recursive: true });
  const file = join(path, 'case.json');
  await writeFile(file, `${JSON.stringify(appealCase(appeal, figures), null, 2)}\n`);
  return file;
}
