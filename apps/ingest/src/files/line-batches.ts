import { isDirective, type LineContext, readDirective } from '#libs/traffic';
import { type LogRecord } from '../source/log-source.js';

export interface LineBatchLimits {
  readonly maxRows: number;
  /** UTF-16 units of text. */
  readonly maxBytes: number;
}

/**
 * Groups numbered lines from line `from` on into batches of records. They share one context, and the
 * directives among the lines before `from` still count.
 */
export async function* lineBatches(
  chunks: AsyncIterable<string[]>,
  from: number,
  appendTime: number,
  limits: LineBatchLimits,
): AsyncGenerator<LogRecord[]> {
  let number = 0;
  let bytes = 0;
  let records: LogRecord[] = [];
  const context: LineContext = { fields: [] };
  for await (const lines of chunks) {
    for (const value of lines) {
      const offset = number;
      number += 1;
      if (offset < from) {
        if (isDirective(value)) readDirective(value, context);
        continue;
      }
      records.push({ offset, appendTime, value, context });
      bytes += value.length;
      if (records.length < limits.maxRows && bytes < limits.maxBytes) continue;
      yield records;
      records = [];
      bytes = 0;
    }
  }
  if (records.length > 0) yield records;
}
