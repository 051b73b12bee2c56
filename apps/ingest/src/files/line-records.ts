import { isDirective, type LineContext, readDirective } from '#libs/traffic';
import { type LogRecord } from '../source/log-source.js';

/**
 * Numbered lines as records, from line `from` on, as they come. They share one context, and the directives among the lines
 * before `from` still count.
 */
export async function* lineRecords(
  chunks: AsyncIterable<string[]>,
  from: number,
  appendTime: number,
): AsyncGenerator<LogRecord[]> {
  const context: LineContext = { fields: [] };
  let number = 0;
  for await (const lines of chunks) {
    const known = Math.max(0, Math.min(lines.length, from - number));
    for (const line of lines.slice(0, known)) {
      if (isDirective(line)) readDirective(line, context);
    }
    const first = number;
    number += lines.length;
    if (known === lines.length) continue;
    yield lines.slice(known).map((value, index) => ({
      offset: first + known + index,
      appendTime,
      value,
      context,
    }));
  }
}
