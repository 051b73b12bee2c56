import { once } from 'node:events';
import { type Writable } from 'node:stream';

/** Writes lines and waits while the reader cannot keep up; false when the reader has left (`| head`) and nothing more is wanted. */
export async function writeLines(out: Writable, lines: readonly string[]): Promise<boolean> {
  if (!out.writable) return false;
  if (lines.length === 0 || out.write(`${lines.join('\n')}\n`)) return true;
  try {
    await once(out, 'drain');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw error;
  }
}
