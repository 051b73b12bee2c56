import { open } from 'node:fs/promises';
import { printable } from '../terminal/printable.js';

const TAIL_BYTES = 64 * 1024;
const SHOWN = 3;

/** The last errors of a JSON log (or its last lines where it holds none), one line each, fit to be shown. */
export async function lastErrors(logFile: string): Promise<string[]> {
  const lines = (await tail(logFile)).split('\n').filter((line) => line.trim() !== '');
  const errors = lines.map(errorMessage).filter((message) => message !== undefined);
  const shown = errors.length > 0 ? errors : lines;
  return shown.slice(-SHOWN).map((line) => `  ${printable(line, 1_000)}`);
}

async function tail(logFile: string): Promise<string> {
  const file = await open(logFile, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function errorMessage(line: string): string | undefined {
  const entry = parsed(line);
  if (entry?.['level'] !== 'error') return undefined;
  const error = entry['error'] as { message?: unknown } | string | undefined;
  const cause = typeof error === 'object' ? error.message : error;
  return [entry['message'], cause].filter((part) => typeof part === 'string').join(': ');
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
