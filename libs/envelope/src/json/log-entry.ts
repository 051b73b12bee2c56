import { type JsonRecord } from '#libs/traffic';
import { JsonPiece, type Piece } from '../piece.js';
import { isRecord, ownField, ownRecord, ownText } from './own-field.js';
import { tellsOfRequest } from './tells-of-request.js';
import { withTime } from './with-time.js';

/**
 * An entry of Google Cloud Logging around what a server wrote itself: a line (`textPayload`) or an object
 * (`jsonPayload`). A load balancer's entry has an `httpRequest` and is an item.
 */
export function openLogEntry(record: JsonRecord): Piece[] | null {
  if (ownText(record, 'logName') === undefined || ownRecord(record, 'httpRequest') !== undefined) {
    return null;
  }
  const text = ownField(record, 'textPayload');
  if (typeof text === 'string') return [text];
  const payload = ownField(record, 'jsonPayload');
  if (!isRecord(payload)) return null;
  // The agent moves the time a server wrote out of its object and into the entry.
  const time = ownText(record, 'timestamp');
  return [new JsonPiece(tellsOfRequest(payload) ? withTime(payload, time) : payload)];
}
