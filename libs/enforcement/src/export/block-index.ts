import {
  type AddressBlock,
  blockAround,
  compareBlocks,
  parseBlock,
} from '../capacity/address-block.js';

/** Blocks to ask whether another one touches any of them, in time that hardly grows with their number. */
export class BlockIndex {
  readonly #sorted: readonly AddressBlock[];
  readonly #names: ReadonlySet<string>;
  /** Prefix lengths there are, by version. */
  readonly #lengths: Readonly<Record<4 | 6, readonly number[]>>;

  /** @throws RangeError naming the first text that is no address and no CIDR block */
  constructor(cidrs: readonly string[]) {
    const blocks = cidrs.map(blockOf);
    this.#sorted = blocks.toSorted(compareBlocks);
    this.#names = new Set(blocks.map(nameOf));
    this.#lengths = { 4: lengthsOf(blocks, 4), 6: lengthsOf(blocks, 6) };
  }

  /** Whether any address is in both the block and one of these. */
  overlaps(block: AddressBlock): boolean {
    return this.#holds(block) || this.#isInside(block);
  }

  #holds(block: AddressBlock): boolean {
    return this.#lengths[block.version].some(
      (bits) => bits <= block.bits && this.#names.has(nameOf(blockAround(block, bits))),
    );
  }

  /** Whether one of these is inside the block: the first at or behind its start would be. */
  #isInside(block: AddressBlock): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const candidate = this.#sorted[middle];
      if (candidate !== undefined && compareBlocks(candidate, block) < 0) low = middle + 1;
      else high = middle;
    }
    const next = this.#sorted[low];
    return (
      next?.version === block.version &&
      next.bits >= block.bits &&
      blockAround(next, block.bits).first === block.first
    );
  }
}

function blockOf(text: string): AddressBlock {
  const block = parseBlock(text);
  if (block === null) throw new RangeError(`not an address or CIDR block: ${text.slice(0, 60)}`);
  return block;
}

function nameOf({ version, first, bits }: AddressBlock): string {
  return `${version}/${first}/${bits}`;
}

function lengthsOf(blocks: readonly AddressBlock[], version: 4 | 6): number[] {
  return [
    ...new Set(blocks.filter((block) => block.version === version).map(({ bits }) => bits)),
  ].sort((one, other) => one - other);
}
