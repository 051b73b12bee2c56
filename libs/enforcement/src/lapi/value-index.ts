import {
  type AddressBlock,
  blockAround,
  blockText,
  holdsBlock,
  parseBlock,
} from '../capacity/address-block.js';
import { type DecisionFilter, passes } from './decision-filter.js';
import { type DecisionSource } from './decision-source.js';

/** Decisions in force by what they are about: several verdicts may be about the same address. */
export class ValueIndex {
  readonly #byValue = new Map<string, Set<DecisionSource>>();
  /** Prefix lengths of ranges seen so far: where to look for what holds an address. */
  readonly #lengths = { 4: new Set<number>([32]), 6: new Set<number>([128]) };

  get size(): number {
    return this.#byValue.size;
  }

  add(source: DecisionSource): void {
    const there = this.#byValue.get(source.value) ?? new Set();
    this.#byValue.set(source.value, there.add(source));
    if (source.scope === 'Ip') return;
    const bits = Number(source.value.slice(source.value.indexOf('/') + 1));
    this.#lengths[source.value.includes(':') ? 6 : 4].add(bits);
  }

  remove(source: DecisionSource): void {
    const there = this.#byValue.get(source.value);
    there?.delete(source);
    if (there?.size === 0) this.#byValue.delete(source.value);
  }

  /** All that pass: of each value and type the one that lasts longest. */
  *all(filter: DecisionFilter, now: number): Generator<DecisionSource> {
    for (const there of this.#byValue.values()) yield* longest(there, filter, now);
  }

  /** Those of exactly this value. */
  of(value: string, filter: DecisionFilter, now: number): DecisionSource[] {
    return longest(this.#byValue.get(value) ?? new Set(), filter, now);
  }

  /** Those whose addresses include all of the block. */
  holding(block: AddressBlock, filter: DecisionFilter, now: number): DecisionSource[] {
    return [...this.#lengths[block.version]]
      .filter((bits) => bits <= block.bits)
      .flatMap((bits) => this.of(valueOf(blockAround(block, bits)), filter, now));
  }

  /** Those whose addresses all lie in the block. */
  within(block: AddressBlock, filter: DecisionFilter, now: number): DecisionSource[] {
    return [...this.all(filter, now)].filter(({ value }) => {
      const inner = parseBlock(value);
      return inner !== null && holdsBlock(block, inner);
    });
  }
}

/** As a decision says it: a single address without its length. */
export function valueOf(block: AddressBlock): string {
  const text = blockText(block);
  return block.bits === (block.version === 4 ? 32 : 128) ? text.slice(0, text.indexOf('/')) : text;
}

function longest(
  there: ReadonlySet<DecisionSource>,
  filter: DecisionFilter,
  now: number,
): DecisionSource[] {
  const best = new Map<string, DecisionSource>();
  for (const source of there) {
    if (source.expiresAt <= now || !passes(source, filter)) continue;
    const name = `${source.type} ${source.simulated}`;
    if (source.expiresAt > (best.get(name)?.expiresAt ?? 0)) best.set(name, source);
  }
  return [...best.values()];
}
