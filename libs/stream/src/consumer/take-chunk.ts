import { type LogMessage } from './log-batch.js';

/** What one call of the handler gets at most; a message that is bigger alone still comes, alone. */
export interface ChunkLimits {
  messages: number;
  /** Of keys and values, decompressed. */
  bytes: number;
}

/** The next messages from an index on, within the limits: at least one if there is one. */
export function takeChunk(
  messages: readonly LogMessage[],
  from: number,
  limits: ChunkLimits,
): LogMessage[] {
  let bytes = 0;
  let to = from;
  while (to < messages.length && to - from < limits.messages) {
    bytes += sizeOf(messages[to]);
    if (bytes > limits.bytes && to > from) break;
    to += 1;
  }
  return messages.slice(from, to);
}

const sizeOf = (message: LogMessage | undefined): number =>
  (message?.key?.length ?? 0) + (message?.value?.length ?? 0);
