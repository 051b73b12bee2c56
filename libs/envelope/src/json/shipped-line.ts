import { type JsonRecord } from '#libs/traffic';
import { JsonPiece, type Piece, RuntimeLine } from '../piece.js';
import { isRecord, ownField, ownRecord, ownText } from './own-field.js';
import { tellsOfRequest } from './tells-of-request.js';

/**
 * Where shippers put the line they ship, the least changed first: Logstash and Elastic agents, Fluent Bit
 * and Docker, Filebeat, Vector and Logstash, journald and syslog-ng, rsyslog, GELF, Splunk and Cribl, GCP,
 * OpenTelemetry, Telemetry Streaming.
 */
export const LINE_KEYS = [
  'event.original',
  'log',
  'message',
  'MESSAGE',
  'rawmsg',
  'short_message',
  '_raw',
  'textPayload',
  'body',
  'data',
];

/**
 * An object that a shipper (Fluent Bit, Filebeat, Vector, Logstash, Docker, …) made of a line, with when
 * and where it read it; the line may be an object already. Null where the object tells of a request,
 * unless it only has the parts of a line beside the line itself.
 */
export function openShippedLine(record: JsonRecord): Piece[] | null {
  const line = shippedLine(record);
  if (line === undefined) return null;
  if (tellsOfRequest(record) && !isTakenApart(record, line)) return null;
  if (typeof line !== 'string') return [new JsonPiece(line)];
  return [isPart(record, line) ? runtimeLine(record, line, true) : whole(record, line)];
}

/**
 * Whether a shipper's parser (Logstash's `grok`, Fluent Bit's `nginx`) took the line apart and kept it: its
 * `@timestamp` and host are the shipper's then. Documents of the Elastic Common Schema are items.
 */
function isTakenApart(record: JsonRecord, line: string | JsonRecord): boolean {
  if (typeof line !== 'string' || !line.includes('] "')) return false;
  const isEcs = Object.keys(record).some((key) => /^(?:http|url)(?:\.|$)/.test(key));
  return Object.hasOwn(record, '@timestamp') && !isEcs;
}

function shippedLine(record: JsonRecord): string | JsonRecord | undefined {
  const event = ownRecord(record, 'event');
  const original = event === undefined ? undefined : ownText(event, 'original');
  if (original !== undefined) return original;
  for (const key of LINE_KEYS) {
    const value = ownField(record, key);
    if (typeof value === 'string' || (isRecord(value) && tellsOfRequest(value))) return value;
  }
  return undefined;
}

/** Docker cuts lines into parts of 16 KiB; only the last part ends with the line feed. */
const DOCKER_PART = 16_384;

function isPart(record: JsonRecord, line: string): boolean {
  if (ownText(record, 'logtag') !== undefined) return ownText(record, 'logtag') === 'P';
  return isDocker(record) && !line.endsWith('\n') && Buffer.byteLength(line) === DOCKER_PART;
}

function isDocker(record: JsonRecord): boolean {
  return ownText(record, 'stream') !== undefined && ownText(record, 'time') !== undefined;
}

/** A whole line, or the last part of one, where the runtime says of which stream. */
function whole(record: JsonRecord, line: string): Piece {
  return ownText(record, 'stream') === undefined ? line : runtimeLine(record, line, false);
}

function runtimeLine(record: JsonRecord, line: string, part: boolean): RuntimeLine {
  const stream = ownText(record, 'stream') ?? '';
  return new RuntimeLine(stream, line, part, part ? JSON.stringify(record) : '');
}
