import { type LogMessage, messageWithout } from './log-message.js';

/** A damaged header may claim any number. */
const MOST = 1_000_000;
const LONGEST_REASON = 200;

export interface UndecodableRecords {
  /** Offset of the first. */
  readonly from: number;
  readonly lastOffset: number;
  /** At least one, at most as many as there are offsets. */
  readonly count: number;
  readonly appendTime: number;
  readonly reason: string;
}

/** A message without value for each record that cannot be read; the last one has the last offset. */
export function* undecodableMessages({
  from,
  lastOffset,
  count,
  appendTime,
  reason,
}: UndecodableRecords): Generator<LogMessage, void> {
  const undecodable = reason.slice(0, LONGEST_REASON);
  const told = Math.min(count, MOST);
  for (let index = 0; index < told; index += 1) {
    const offset = index === told - 1 ? lastOffset : from + index;
    yield messageWithout({ offset, appendTime }, { undecodable });
  }
}
