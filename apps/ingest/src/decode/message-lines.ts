import { type LogRecord } from '../source/log-source.js';
import { decodeText } from './decode-text.js';

/**
 * Most lines taken from one message; what follows counts as one line more. A message is stored as a
 * whole, so this bounds the memory it can take: 128 MiB of line feeds come in 130 KiB of gzip.
 */
const MOST_LINES = 200_000;

/**
 * The log lines of a record, in order, at least one: the line feed at the end belongs to the last
 * line, and carriage returns before line feeds are dropped.
 */
export function messageLines({ value }: LogRecord): string[] {
  if (value === null) return [''];
  return splitLines(typeof value === 'string' ? value : decodeText(value));
}

/** The lines of a text; one without line feed is the usual case. */
function splitLines(text: string): string[] {
  let end = text.indexOf('\n');
  if (end < 0) return [withoutReturn(text)];
  const lines: string[] = [];
  let start = 0;
  while (end >= 0 && lines.length < MOST_LINES) {
    lines.push(withoutReturn(text.slice(start, end)));
    start = end + 1;
    end = text.indexOf('\n', start);
  }
  if (start < text.length) lines.push(withoutReturn(text.slice(start)));
  return lines;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
