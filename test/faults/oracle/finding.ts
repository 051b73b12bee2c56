import { type PartitionRange } from '#libs/stream';
import { type StoredPartition, type StoredSerials } from './stored-log.js';

/** The verdict on one topic after everything has come to rest. */
export interface Finding {
  readonly expected: number;
  /** Rows. */
  readonly found: number;
  readonly lost: number;
  readonly duplicated: number;
  /** Offsets between the first and the last stored that have no row. */
  readonly gaps: number;
  /** Partitions whose stored log does not reach the broker's end. */
  readonly stuck: number;
}

export interface Expectation {
  /** What the broker says now; offsets below `earliest` are only expected if rows of them were stored. */
  readonly ranges: readonly PartitionRange[];
  /** Rows that the messages stand for; one each if left out. */
  readonly rows?: number;
  /** Serials 0 up to this must all be there. */
  readonly serials: number;
}

/**
 * Holds the table against the broker and the writer. Lost is what is missing by whichever of three counts misses most: offsets
 * against the broker's, rows against what was written, serials against those written. A line that the writer itself repeated is
 * no duplicate: duplicated are rows that share topic, partition, offset and index.
 */
export function findingOf(
  stored: readonly StoredPartition[],
  serials: StoredSerials,
  { ranges, rows, serials: written }: Expectation,
): Finding {
  const messages = ranges.reduce((sum, { earliest, end }) => sum + end - earliest, 0);
  const offsets = sum(stored, (one) => one.offsets);
  const positions = sum(stored, (one) => one.positions);
  const found = sum(stored, (one) => one.rows);
  const expected = rows ?? messages;
  return {
    expected,
    found,
    lost: Math.max(0, messages - offsets, expected - positions, written - serials.distinct),
    duplicated: found - positions,
    gaps: sum(stored, ({ first, last, offsets: distinct }) => last - first + 1 - distinct),
    stuck: ranges.filter(
      ({ partition, earliest, end }) => end > earliest && tailOf(stored, partition) !== end,
    ).length,
  };
}

const sum = (stored: readonly StoredPartition[], of: (one: StoredPartition) => number): number =>
  stored.reduce((total, one) => total + of(one), 0);

const tailOf = (stored: readonly StoredPartition[], partition: number): number =>
  (stored.find((one) => one.partition === partition)?.last ?? -1) + 1;
