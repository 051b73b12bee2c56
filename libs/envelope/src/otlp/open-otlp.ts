import { type JsonRecord } from '#libs/traffic';
import { openShippedLine } from '../json/shipped-line.js';
import { isRecord, ownText } from '../json/own-field.js';
import { tellsOfRequest } from '../json/tells-of-request.js';
import { withTime } from '../json/with-time.js';
import { JsonPiece, type Piece, ReadyRecord } from '../piece.js';
import { type OtlpRecord } from './otlp-record.js';

/**
 * What an OTLP log record stands for: itself where its attributes follow the conventions for HTTP, else
 * the line or the object of a server that a collector carries in its body or its attributes.
 */
export function openOtlp(record: OtlpRecord): Piece {
  const { attributes, body } = record;
  if (Object.keys(attributes).some(isHttpConvention)) return new ReadyRecord(record);
  if (typeof body === 'string' && body.trim() !== '') return body;
  const original =
    ownText(attributes, 'log.record.original') ?? ownText(attributes, 'event.original');
  if (original !== undefined) return original;
  if (isRecord(body) && openShippedLine(body) !== null) return new JsonPiece(body);
  const own = [body, attributes].find((value) => isRecord(value) && tellsOfRequest(value));
  if (own === undefined) return new ReadyRecord(record);
  return new ReadyRecord(withTime(own as JsonRecord, isoTime(record.timeUnixNano)));
}

/** https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/ */
function isHttpConvention(name: string): boolean {
  return name.startsWith('http.') || name.startsWith('url.') || name === 'user_agent.original';
}

const LATEST_DATE_MS = 8.64e15;

function isoTime(nanoseconds: string): string | undefined {
  const milliseconds = Math.round(Number(nanoseconds) / 1e6);
  if (!(milliseconds > 0 && milliseconds <= LATEST_DATE_MS)) return undefined;
  return new Date(milliseconds).toISOString();
}
