import { createWriteStream } from 'node:fs';
import { type Writable } from 'node:stream';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { CliError } from '../cli-error.js';

/** Writes NDJSON to a file (replaced), or to `stdout` for `-`; gives the number of lines. */
export async function writeNdjson(
  lines: AsyncIterable<object>,
  out: string,
  stdout: Writable,
): Promise<number> {
  const stream = out === '-' ? stdout : await openFile(out);
  let written = 0;
  for await (const line of lines) {
    written += 1;
    if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
  }
  if (stream !== stdout) {
    stream.end();
    await finished(stream);
  }
  return written;
}

async function openFile(path: string): Promise<Writable> {
  const file = createWriteStream(path);
  try {
    await once(file, 'open');
    return file;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('OUTPUT_UNWRITABLE', `The lines cannot be written: ${why}.`);
  }
}
