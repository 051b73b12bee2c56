import { describe, expect, it } from '@jest/globals';
import { type LogMessage } from './log-batch.js';
import { takeChunk } from './take-chunk.js';

const message = (offset: number, bytes: number): LogMessage => ({
  offset,
  appendTime: 0,
  key: null,
  value: Buffer.alloc(bytes),
  headers: {},
});

const offsets = (messages: LogMessage[]): number[] => messages.map(({ offset }) => offset);

describe('takeChunk', () => {
  const messages = [message(5, 10), message(6, 10), message(7, 500), message(8, 10)];

  it('ends at the number of messages or at the bytes, whichever comes first', () => {
    expect(offsets(takeChunk(messages, 0, { messages: 1, bytes: 1_000 }))).toEqual([5]);
    expect(offsets(takeChunk(messages, 0, { messages: 10, bytes: 20 }))).toEqual([5, 6]);
    expect(offsets(takeChunk(messages, 0, { messages: 10, bytes: 1_000 }))).toEqual([5, 6, 7, 8]);
  });

  it('gives a message that is too big alone, and nothing after the last', () => {
    expect(offsets(takeChunk(messages, 2, { messages: 10, bytes: 100 }))).toEqual([7]);
    expect(offsets(takeChunk(messages, 3, { messages: 10, bytes: 1 }))).toEqual([8]);
    expect(takeChunk(messages, 4, { messages: 10, bytes: 100 })).toEqual([]);
  });
});
