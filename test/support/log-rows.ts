import { type EventBatch, EventBlock, type StoredLine } from '#libs/store';
import { type AccessEvent } from '#libs/traffic';

export const APPENDED_AT = Date.UTC(2026, 2, 14, 12, 0, 0);

export const anEvent = (changes: Partial<AccessEvent> = {}): AccessEvent => ({
  eventTime: APPENDED_AT - 1_500,
  eventTimeKind: 'end',
  clientAddress: '203.0.113.7',
  networkPeerAddress: '',
  httpRequestMethod: 'GET',
  urlScheme: 'https',
  serverAddress: 'shop.example',
  serverPort: 443,
  urlPath: '/item/42',
  urlQuery: 'a=1',
  requestLineOriginal: '',
  networkProtocolVersion: '1.1',
  httpResponseStatusCode: 200,
  httpResponseBodySize: 512,
  httpRequestSize: null,
  userAgentOriginal: 'Mozilla/5.0',
  httpRequestReferer: '',
  httpRequestXForwardedFor: '',
  durationMs: 12.5,
  requestId: '',
  sessionKey: '',
  accountKey: '',
  apiClient: '',
  urlPathTemplate: '/item/{id}',
  urlPathRole: 'item',
  requestProbe: '',
  redactions: [],
  details: null,
  ...changes,
});

export interface RowsOptions {
  readonly topic?: string;
  readonly partition?: number;
  readonly appendTime?: number;
  readonly event?: Partial<AccessEvent>;
}

/** One event for each offset of `[from, to)`, its path naming the offset. */
export const rowsBetween = (from: number, to: number, options: RowsOptions = {}): StoredLine[] => {
  const { topic = 'access-logs', partition = 0, appendTime = APPENDED_AT, event = {} } = options;
  return Array.from({ length: to - from }, (_, index) => ({
    position: { topic, partition, offset: from + index, index: 0, appendTime },
    source: 'test',
    kind: 'event' as const,
    format: 'combined',
    event: anEvent({ urlPath: `/item/${from + index}`, ...event }),
  }));
};

/** The batch that consists of these rows, all of one append day. */
export const batchOf = (
  rows: readonly StoredLine[],
  maxEventAgeMs = 7 * 24 * 3_600_000,
): EventBatch => {
  const first = rows[0]?.position;
  if (first === undefined) throw new Error('a batch has rows');
  const block = new EventBlock(first.topic, first.partition, maxEventAgeMs);
  for (const row of rows) block.add(row);
  return { block, start: first.offset };
};
