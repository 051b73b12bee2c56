import { AccessEventBuilder } from './access-event-builder.js';
import { type LineContext } from './line-context.js';
import { type LogItem } from './log-item.js';
import { type ParsedLine } from './parsed-line.js';
import { createRequestReader } from './request-reader.js';
import { type Source } from './source.js';

/** Reads one item of a log; the context is that of its message, where it has several lines. */
export type LineParser = (item: LogItem, context?: LineContext) => ParsedLine;

/**
 * A parser for the lines of one source: the same line (and context) always gives the same result, and
 * no line makes it throw or take more than linear time. `keyedHash` (an HMAC, say) stands in for
 * sessions, accounts and whatever is redacted, so that they can be counted and not read.
 */
export function createLineParser(source: Source, keyedHash: (value: string) => string): LineParser {
  const read = createRequestReader(source);
  const builder = new AccessEventBuilder(source, keyedHash);
  return (item, context = { fields: [] }) => {
    const result = read(item, context);
    if (typeof result === 'string') return { kind: 'reject', reason: result };
    const event = builder.build(result.request);
    if (typeof event === 'string') return { kind: 'reject', reason: event };
    return { kind: 'event', format: result.format, event };
  };
}
