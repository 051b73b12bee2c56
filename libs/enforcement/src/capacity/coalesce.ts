import { blockAround, blockText, compareBlocks, holdsBlock } from './address-block.js';
import { type AddressEntry } from './address-entry.js';

/**
 * The same addresses and actions in as few blocks as possible: a block inside another of the same action is
 * left out, and two halves become their whole, as often as that goes. Never an address more than before.
 * What is merged ends with the first of its parts; what outlives it has to be packed again then. In order
 * of addresses.
 */
export function coalesce(entries: readonly AddressEntry[]): AddressEntry[] {
  const actions = [...new Set(entries.map(({ action }) => action))];
  return actions
    .flatMap((action) => coalesceSame(entries.filter((entry) => entry.action === action)))
    .sort((one, other) => compareBlocks(one.block, other.block) || compare(one, other));
}

function compare(one: AddressEntry, other: AddressEntry): number {
  return one.action < other.action ? -1 : Number(one.action > other.action);
}

/** One pass over the blocks in order: whatever can be merged with the newcomer is the last of those kept. */
function coalesceSame(entries: readonly AddressEntry[]): AddressEntry[] {
  const kept: AddressEntry[] = [];
  for (const entry of entries.toSorted(inOrder)) {
    let newest = entry;
    for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
      const merged = merge(last, newest);
      if (merged === null) {
        kept.push(last);
        break;
      }
      newest = merged;
    }
    kept.push(newest);
  }
  return kept;
}

/** Of equal blocks the one that ends last comes first, whatever order they were given in. */
function inOrder(one: AddressEntry, other: AddressEntry): number {
  return (
    compareBlocks(one.block, other.block) ||
    (other.expiresAt ?? Infinity) - (one.expiresAt ?? Infinity) ||
    other.score - one.score
  );
}

function merge(one: AddressEntry, other: AddressEntry): AddressEntry | null {
  const same = blockText(one.block) === blockText(other.block);
  if (same) return { ...together(one, other), expiresAt: later(one.expiresAt, other.expiresAt) };
  if (holdsBlock(one.block, other.block)) {
    return { ...together(one, other), expiresAt: one.expiresAt };
  }
  return areHalves(one, other) ? together(one, other) : null;
}

function areHalves({ block: one }: AddressEntry, { block: other }: AddressEntry): boolean {
  return (
    one.version === other.version &&
    one.bits === other.bits &&
    one.bits > 0 &&
    blockAround(one, one.bits - 1).first === blockAround(other, other.bits - 1).first
  );
}

function together(one: AddressEntry, other: AddressEntry): AddressEntry {
  const isHeld = holdsBlock(one.block, other.block);
  return {
    block: isHeld ? one.block : blockAround(one.block, one.block.bits - 1),
    action: one.action,
    score: Math.max(one.score, other.score),
    requests: one.requests + other.requests,
    expiresAt: earlier(one.expiresAt, other.expiresAt),
    threat: one.score >= other.score ? one.threat : other.threat,
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}
