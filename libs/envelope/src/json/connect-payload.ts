import { type JsonRecord } from '#libs/traffic';
import { JsonPiece, type Piece } from '../piece.js';
import { ownField } from './own-field.js';

/** Kafka Connect's JsonConverter with schemas: `schema` and `payload`, and nothing else. */
export function openConnectPayload(record: JsonRecord): Piece[] | null {
  if (!Object.hasOwn(record, 'schema') || !Object.hasOwn(record, 'payload')) return null;
  return Object.keys(record).length === 2 ? [new JsonPiece(ownField(record, 'payload'))] : null;
}
