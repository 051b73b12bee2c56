import { AccessEventBuilder } from './access-event-builder.js';
import { nginxJson } from './formats/nginx-json.js';
import { type LogFormatName } from './log-format-name.js';
import { logFormats } from './log-formats.js';
import { type ParsedLine } from './parsed-line.js';
import { type RawRequest } from './raw-request.js';
import { type RejectReason } from './reject-reason.js';
import { type ClfLine, scanClfLine } from './scan/clf-line.js';
import { type Source } from './source.js';

/** Longer lines are dead letters: 1 MiB, the largest message Kafka takes by default. */
const LONGEST_LINE = 1_048_576;

/** A line as read, with the format that read it. */
type ReadLine = RejectReason | { readonly format: LogFormatName; readonly request: RawRequest };

/**
 * A parser for the lines of one source: the same line always gives the same result, and no line
 * makes it throw or take more than linear time. `keyedHash` (an HMAC, say) stands in for sessions,
 * accounts and whatever is redacted, so that they can be counted and not read.
 */
export function createLineParser(
  source: Source,
  keyedHash: (value: string) => string,
): (line: string) => ParsedLine {
  const read = source.format === 'auto' ? guessingReader(source) : namedReader(source);
  const builder = new AccessEventBuilder(source, keyedHash);
  return (line) => {
    const result = readTrimmed(line, read);
    if (typeof result === 'string') return { kind: 'reject', reason: result };
    const event = builder.build(result.request);
    if (typeof event === 'string') return { kind: 'reject', reason: event };
    return { kind: 'event', format: result.format, event };
  };
}

function readTrimmed(line: string, read: (line: string) => ReadLine): ReadLine {
  if (line.length > LONGEST_LINE) return 'too_long';
  const trimmed = line.trim();
  return trimmed === '' ? 'empty' : read(trimmed);
}

function namedReader(source: Source): (line: string) => ReadLine {
  const format = logFormats.find(({ name }) => name === source.format);
  if (format === undefined) return () => 'unknown_format';
  const read = format.createReader(source);
  return (line) => {
    const result = read(line);
    return typeof result === 'string' ? result : { format: format.name, request: result };
  };
}

/** JSON objects tell themselves; the family of the common log format is scanned once and then named. */
function guessingReader(source: Source): (line: string) => ReadLine {
  const readJson = nginxJson.createReader(source);
  return (line) => {
    if (line.startsWith('{')) {
      const result = readJson(line);
      return typeof result === 'string' ? result : { format: 'nginx_json', request: result };
    }
    const scanned = scanClfLine(line, 'guess');
    if (typeof scanned === 'string') return scanned;
    return { format: clfFormat(scanned), request: scanned.request };
  };
}

function clfFormat(line: ClfLine): LogFormatName {
  if (line.hasVhost) return 'vhost_combined';
  return line.hasUserAgent ? 'combined' : 'common';
}
