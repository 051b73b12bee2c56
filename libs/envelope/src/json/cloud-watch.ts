import { type JsonRecord } from '#libs/traffic';
import { EnvelopeFailure } from '../envelope-failure.js';
import { JsonPiece, type Piece } from '../piece.js';
import { isRecord, ownField, ownList, ownText } from './own-field.js';

/**
 * A CloudWatch Logs subscription: `logEvents[].message`. Its control messages only try the road.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export function openCloudWatch(record: JsonRecord): Piece[] | null {
  const events = ownList(record, 'logEvents');
  if (events === undefined) return null;
  if (ownText(record, 'messageType') !== 'CONTROL_MESSAGE') return events.map(messageOf);
  return [new EnvelopeFailure('skipped:message', Buffer.from(JSON.stringify(record)))];
}

function messageOf(event: unknown): Piece {
  const message = isRecord(event) ? ownField(event, 'message') : undefined;
  return new JsonPiece(message ?? event);
}
