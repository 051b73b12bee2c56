import { once } from 'node:events';
import { type Writable } from 'node:stream';

/** Writes lines and waits while the reader cannot keep up. */
export async function writeLines(out: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
}
