import { type JsonRecord } from '#libs/traffic';
import { openOtlpBatch } from '../otlp/otlp-json.js';
import { type Piece } from '../piece.js';
import { openCloudEvent } from './cloud-event.js';
import { openCloudWatch } from './cloud-watch.js';
import { openConnectPayload } from './connect-payload.js';
import { openLogEntry } from './log-entry.js';
import { openPubSub } from './pub-sub.js';
import { openRecordBatch } from './record-batch.js';
import { LINE_KEYS, openShippedLine } from './shipped-line.js';

/** A kind of envelope, and the keys of which it has at least one. */
interface EnvelopeKind {
  readonly keys: readonly string[];
  readonly open: (record: JsonRecord) => Piece[] | null;
}

/** In the order in which an object is held against them: those with a shape of their own come first. */
const KINDS: readonly EnvelopeKind[] = [
  { keys: ['resourceLogs', 'resource_logs'], open: openOtlpBatch },
  { keys: ['logEvents'], open: openCloudWatch },
  { keys: ['records'], open: openRecordBatch },
  { keys: ['specversion', 'eventType'], open: openCloudEvent },
  { keys: ['message', 'data'], open: openPubSub },
  { keys: ['logName'], open: openLogEntry },
  { keys: ['payload'], open: openConnectPayload },
  { keys: ['event', ...LINE_KEYS], open: openShippedLine },
];

/** Which kinds a key may speak of, one bit each: most objects have none, and every object is asked. */
const KINDS_BY_KEY = new Map<string, number>();
for (const [index, { keys }] of KINDS.entries()) {
  for (const key of keys) KINDS_BY_KEY.set(key, (KINDS_BY_KEY.get(key) ?? 0) | (1 << index));
}

/** Whether objects with a key may be envelopes; those without any such key are none. */
export function opensEnvelope(key: string): boolean {
  return KINDS_BY_KEY.has(key);
}

/** What an object holds that is an envelope; null where it is not. */
export function openRecord(record: JsonRecord): Piece[] | null {
  let possible = 0;
  for (const key of Object.keys(record)) possible |= KINDS_BY_KEY.get(key) ?? 0;
  for (let index = 0; possible !== 0; index++, possible >>= 1) {
    const pieces = (possible & 1) === 1 ? KINDS[index]?.open(record) : null;
    if (pieces !== null && pieces !== undefined) return pieces;
  }
  return null;
}
