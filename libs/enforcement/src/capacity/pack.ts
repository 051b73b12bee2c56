import { blockText } from './address-block.js';
import { type AddressEntry } from './address-entry.js';
import { coalesce } from './coalesce.js';
import { worthOf } from './worth-of.js';

/** How many blocks a target can hold. */
export interface Capacity {
  readonly ipv4: number;
  readonly ipv6: number;
  /** Of both versions together. */
  readonly total: number;
}

export interface Packing {
  /** In order of addresses. */
  readonly entries: readonly AddressEntry[];
  /** Blocks that did not fit, the least worth. */
  readonly dropped: number;
  /** The worth of those dropped, as a share of all: 0 to 1. */
  readonly droppedShare: number;
}

/**
 * A block that the target holds already keeps its place until another is worth so much more, so that two
 * of nearly the same worth do not take turns. Assumption: a fifth is more than one minute or one request
 * changes.
 */
const KEEPS_ITS_PLACE = 1.2;

/**
 * What of the entries a target is to hold: merged into as few blocks as possible without an address more
 * than was condemned, then the worthiest up to the capacity. Equal input gives equal output, more capacity
 * never loses a block, and a worthier block never loses its place to a lesser one.
 *
 * @param held blocks (`entryKey`) that the target holds
 * @param now milliseconds since the epoch
 */
export function pack(
  entries: readonly AddressEntry[],
  capacity: Capacity,
  held: ReadonlySet<string>,
  now: number,
): Packing {
  const merged = coalesce(entries);
  const ranked = merged
    .map((entry) => {
      const keeps = held.has(entryKey(entry)) ? KEEPS_ITS_PLACE : 1;
      return { entry, worth: worthOf(entry, now) * keeps };
    })
    // The sort is stable: among equals the order of addresses stays.
    .sort((one, other) => other.worth - one.worth);
  const left = { 4: capacity.ipv4, 6: capacity.ipv6 };
  const taken = new Set<AddressEntry>();
  for (const { entry } of ranked) {
    const { version } = entry.block;
    if (taken.size >= capacity.total || left[version] <= 0) continue;
    left[version] -= 1;
    taken.add(entry);
  }
  const lost = ranked.filter(({ entry }) => !taken.has(entry));
  return {
    entries: merged.filter((entry) => taken.has(entry)),
    dropped: lost.length,
    droppedShare: lost.length === 0 ? 0 : worthAll(lost) / worthAll(ranked),
  };
}

const worthAll = (ranked: readonly { readonly worth: number }[]): number =>
  // An expired entry of no risk is worth nothing; two of them must not make a share of 0/0.
  ranked.reduce((sum, { worth }) => sum + worth, Number.MIN_VALUE);

/** What tells two entries of a target apart: the block and what is done about it. */
export function entryKey({ block, action }: Pick<AddressEntry, 'block' | 'action'>): string {
  return `${blockText(block)} ${action}`;
}
