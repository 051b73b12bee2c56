import { createInterface } from 'node:readline';
import { FileLines } from '../feed/file-lines.js';

/**
 * The lines of a file (plain or gzip), or of standard input for `-`, in pieces.
 *
 * @throws CliError FILE_UNREADABLE
 */
export function inputLines(path: string): AsyncIterable<readonly string[]> {
  return path === '-' ? standardInput() : new FileLines(path).chunks();
}

async function* standardInput(): AsyncGenerator<readonly string[]> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    yield [line];
  }
}
