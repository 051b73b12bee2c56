import { createRequire } from 'node:module';
import { StreamError } from '../stream-error.js';
import {
  type BatchMessage,
  decodeFetchResponse,
  FETCH_VERSIONS,
  type OldMessages,
} from './fetch-response.js';
import { type LogMessage } from './log-message.js';

/** The kafkajs whose insides these are; the lock file holds it. */
const KAFKAJS_VERSION = '2.2.4';

interface FetchResponse {
  decode: (bytes: Buffer) => Promise<object>;
}

interface OldMessage {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

type ReadMessageSet = (decoder: object, size: number) => Promise<OldMessage[]>;

const requireHere = createRequire(import.meta.url);
const inside = (path: string): unknown => requireHere(`kafkajs/src/protocol/${path}`);

let isDone = false;

/**
 * Makes every consumer of this process's kafkajs give whole record batches instead of messages: one object for thousands of
 * records, decoded when they are looked at. kafkajs has no setting for that, so its decoders of fetch responses are replaced.
 *
 * @throws StreamError KAFKAJS_CHANGED when this is not the kafkajs whose decoders are known
 */
export function fetchRecordBatches(): void {
  if (isDone) return;
  refuseOtherKafkajs();
  const readOld = oldMessageReader();
  for (const version of FETCH_VERSIONS) {
    const response = inside(`requests/fetch/v${version}/response.js`) as FetchResponse;
    response.decode = (bytes) => decodeFetchResponse(bytes, version, readOld);
  }
  isDone = true;
}

function refuseOtherKafkajs(): void {
  const { version } = requireHere('kafkajs/package.json') as { version: string };
  if (version === KAFKAJS_VERSION) return;
  throw new StreamError(
    'KAFKAJS_CHANGED',
    `kafkajs ${version} is installed, but only ${KAFKAJS_VERSION} is known from inside: install what package-lock.json says (npm ci).`,
    false,
  );
}

/** kafkajs's own reader of message sets, the format before Kafka 0.11. */
function oldMessageReader(): OldMessages {
  const Decoder = inside('decoder.js') as new (bytes: Buffer) => object;
  const read = inside('messageSet/decoder.js') as ReadMessageSet;
  return async (messageSet) =>
    (await read(new Decoder(messageSet), messageSet.length)).map(asBatch);
}

function asBatch({ offset, timestamp, key, value }: OldMessage): BatchMessage {
  const message: LogMessage = {
    offset: Number(offset),
    appendTime: Number(timestamp),
    key,
    value,
    headers: {},
  };
  const records = {
    lastOffset: message.offset,
    size: value?.length ?? 0,
    messages: () => Promise.resolve([message]),
  };
  return { offset, isControlRecord: false, records };
}
