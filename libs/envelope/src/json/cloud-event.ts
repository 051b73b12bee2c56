import { type JsonRecord } from '#libs/traffic';
import { base64Bytes } from '../bytes/base64-bytes.js';
import { JsonPiece, type Piece } from '../piece.js';
import { ownField, ownText } from './own-field.js';

/** A CloudEvent in structured mode, or an event of Azure Event Grid's own schema: what it is about is in `data`. */
export function openCloudEvent(record: JsonRecord): Piece[] | null {
  if (!isCloudEvent(record) && !isEventGrid(record)) return null;
  const encoded = ownText(record, 'data_base64');
  if (encoded !== undefined) return [base64Bytes(encoded) ?? encoded];
  const data = ownField(record, 'data');
  return data === undefined || data === null ? [] : [new JsonPiece(data)];
}

/** `specversion`, `id`, `source` and `type` are what every CloudEvent has. */
function isCloudEvent(record: JsonRecord): boolean {
  return ownText(record, 'specversion') !== undefined && ownText(record, 'type') !== undefined;
}

function isEventGrid(record: JsonRecord): boolean {
  return ownText(record, 'eventType') !== undefined && ownText(record, 'eventTime') !== undefined;
}
