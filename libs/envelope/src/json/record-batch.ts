import { type JsonRecord } from '#libs/traffic';
import { base64Bytes } from '../bytes/base64-bytes.js';
import { JsonPiece, type Piece } from '../piece.js';
import { isRecord, ownList, ownText } from './own-field.js';
import { tellsOfRequest } from './tells-of-request.js';

/**
 * `records[]`: log records as Azure's diagnostic settings send them to Event Hubs, or what Kinesis
 * Firehose delivers, in base64 as `records[].data`.
 */
export function openRecordBatch(record: JsonRecord): Piece[] | null {
  const records = ownList(record, 'records');
  if (records === undefined || tellsOfRequest(record)) return null;
  return records.map(recordOf);
}

function recordOf(record: unknown): Piece {
  const data = isRecord(record) ? ownText(record, 'data') : undefined;
  if (data === undefined || (isRecord(record) && tellsOfRequest(record))) {
    return new JsonPiece(record);
  }
  return base64Bytes(data) ?? data;
}
