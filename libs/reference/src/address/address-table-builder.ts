import { AddressTable } from './address-table.js';
import {
  addressAfter,
  type AddressFamily,
  compareAddresses,
  familyOf,
  type IpAddress,
} from './ip-address.js';

interface OpenRange {
  readonly last: IpAddress;
  readonly value: number;
}

/**
 * Makes an AddressTable of ranges that come sorted by their first address. Where ranges overlap, the
 * one that comes later holds, as the narrower one does in routing, and the wider goes on behind it.
 */
export class AddressTableBuilder {
  readonly #columns: readonly number[][];
  readonly #values: number[] = [];
  readonly #open: OpenRange[] = [];
  #lastStart: IpAddress | null = null;

  constructor(private readonly family: AddressFamily) {
    this.#columns = family === 'ipv4' ? [[]] : [[], [], [], []];
  }

  /** Adds the range from `first` to `last`, both inclusive and of the table's family. */
  add(first: IpAddress, last: IpAddress, value: number): void {
    this.#closeBefore(first);
    this.#startAt(first, value);
    this.#open.push({ last, value });
  }

  finish(): AddressTable {
    this.#closeBefore(null);
    const columns = this.#columns.map((column) => new Uint32Array(column));
    return new AddressTable(this.family, columns, new Uint32Array(this.#values));
  }

  /** Ends every open range that does not reach the address; all of them for null. */
  #closeBefore(address: IpAddress | null): void {
    for (let range = this.#open.at(-1); range !== undefined; range = this.#open.at(-1)) {
      if (address !== null && compareAddresses(range.last, address) >= 0) return;
      this.#open.pop();
      this.#dropCovered(range.last);
      this.#startBehind(range.last, this.#open.at(-1)?.value ?? 0);
    }
  }

  /** Forgets the wider ranges that end no later than the one just closed. */
  #dropCovered(last: IpAddress): void {
    for (let wider = this.#open.at(-1); wider !== undefined; wider = this.#open.at(-1)) {
      if (compareAddresses(wider.last, last) > 0) return;
      this.#open.pop();
    }
  }

  #startBehind(last: IpAddress, value: number): void {
    const next = addressAfter(last);
    const isPastTheEnd =
      this.family === 'ipv4' ? familyOf(next) !== 'ipv4' : compareAddresses(next, last) < 0;
    if (!isPastTheEnd) this.#startAt(next, value);
  }

  #startAt(start: IpAddress, value: number): void {
    const before = this.#values.at(-1) ?? 0;
    const previous = this.#lastStart;
    if (previous !== null && compareAddresses(previous, start) === 0)
      this.#values[this.#values.length - 1] = value;
    else if (before !== value) this.#push(start, value);
  }

  #push(start: IpAddress, value: number): void {
    const [first, second, third, fourth] = this.#columns;
    if (this.family === 'ipv4') first?.push(start.d);
    else {
      first?.push(start.a);
      second?.push(start.b);
      third?.push(start.c);
      fourth?.push(start.d);
    }
    this.#values.push(value);
    this.#lastStart = start;
  }
}
