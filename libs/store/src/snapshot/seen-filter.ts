import { StoreQueryError } from '../store-query-error.js';
import { type LogSnapshot } from './log-snapshot.js';

/**
 * The condition on `access_events` that leaves a snapshot's lines, in SQL. Built from whole numbers only:
 * partitions are named by their hash, so no text of the log or of a configuration can get into it.
 * @throws StoreQueryError when a tail or a hash is no whole number
 */
export function seenFilter({ tails }: LogSnapshot): string {
  if (tails.length === 0) return '0';
  const hashes = tails.map(({ placeHash }) => wholeNumber(placeHash)).join(', ');
  const ends = tails.map(({ tail }) => wholeNumber(String(tail))).join(', ');
  return `kafka_offset < transform(cityHash64(kafka_topic, kafka_partition), [${hashes}], [${ends}], 0)`;
}

function wholeNumber(text: string): string {
  if (/^\d{1,20}$/.test(text)) return text;
  throw new StoreQueryError(`a snapshot has whole numbers only, not ${text.slice(0, 40)}`);
}
