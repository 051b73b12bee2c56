import { type LogMessage } from './log-batch.js';

const NO_HEADERS: Readonly<Record<string, Buffer>> = {};

/**
 * The messages with one more before each hole in their offsets, the hole before the first one too, so that every offset from
 * `from` on is accounted for. It has the append time of the message that follows.
 */
export function accountForGaps(messages: LogMessage[], from: number): LogMessage[] {
  const last = messages.at(-1);
  if (last === undefined || last.offset - from + 1 === messages.length) return messages;
  let next = from;
  return messages.flatMap((message) => {
    const missingFrom = next;
    next = message.offset + 1;
    return message.offset > missingFrom ? [gapBefore(message, missingFrom), message] : [message];
  });
}

const gapBefore = ({ offset, appendTime }: LogMessage, missingFrom: number): LogMessage => ({
  offset: offset - 1,
  appendTime,
  key: null,
  value: null,
  headers: NO_HEADERS,
  missingFrom,
});
