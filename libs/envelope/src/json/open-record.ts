import { type JsonRecord } from '#libs/traffic';
import { openOtlpBatch } from '../otlp/otlp-json.js';
import { type Piece } from '../piece.js';
import { openCloudEvent } from './cloud-event.js';
import { openCloudWatch } from './cloud-watch.js';
import { openConnectPayload } from './connect-payload.js';
import { openLogEntry } from './log-entry.js';
import { openPubSub } from './pub-sub.js';
import { openRecordBatch } from './record-batch.js';
import { openShippedLine } from './shipped-line.js';

/** What an object holds that is an envelope; null where it is not. Envelopes of a shape of their own come first. */
export function openRecord(record: JsonRecord): Piece[] | null {
  for (const open of ENVELOPES) {
    const pieces = open(record);
    if (pieces !== null) return pieces;
  }
  return null;
}

const ENVELOPES: readonly ((record: JsonRecord) => Piece[] | null)[] = [
  openOtlpBatch,
  openCloudWatch,
  openRecordBatch,
  openCloudEvent,
  openPubSub,
  openLogEntry,
  openConnectPayload,
  openShippedLine,
];
