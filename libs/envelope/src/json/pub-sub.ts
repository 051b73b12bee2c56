import { type JsonRecord } from '#libs/traffic';
import { base64Bytes } from '../bytes/base64-bytes.js';
import { type Piece } from '../piece.js';
import { ownRecord, ownText } from './own-field.js';

/** A message of Google Cloud Pub/Sub, in the form it is pushed (`message.data`) or by itself; the data is base64. */
export function openPubSub(record: JsonRecord): Piece[] | null {
  const message = ownRecord(record, 'message') ?? record;
  const data = ownText(message, 'data');
  if (data === undefined || !IDS.some((key) => ownText(message, key) !== undefined)) return null;
  return [base64Bytes(data) ?? data];
}

/** The push form writes both spellings. */
const IDS = ['messageId', 'message_id', 'publishTime', 'publish_time'];
