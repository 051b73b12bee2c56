import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** The lines of a log, plain or gzip, byte for byte (latin1): what a line holds besides text survives rewriting. */
export async function logLines(path: string): Promise<string[]> {
  const bytes = await readFile(path);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const lines = plain.toString('latin1').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
