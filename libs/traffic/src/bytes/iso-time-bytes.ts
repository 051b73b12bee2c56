import { isoTime } from '../scan/iso-time.js';
import { type LineBytes } from './line-bytes.js';

const DOT = 46;
const COLON = 58;
const ZERO = 48;
const LETTER_T = 84;
/** Of `2026-11-22T22:00:00`. */
const LENGTH = 19;
/** Of `+01:00`. */
const LONGEST_ZONE = 6;

/** Reads `2026-11-22T22:00:00.123+01:00`, with or without milliseconds, looking at day and zone only where they differ from the ones before. */
export class IsoTimeBytes {
  /** `2026-11-22`, in three words of which the last two overlap. */
  #day0 = 0;
  #day1 = 0;
  #day2 = 0;
  #zoneLength = -1;
  #zone0 = 0;
  #zone1 = 0;
  #midnight = NaN;

  /** Milliseconds since the epoch of the time between two positions; NaN for what is none of this form. */
  read(line: LineBytes, start: number, end: number): number {
    const { bytes } = line;
    const seconds = start + LENGTH;
    const zone = bytes[seconds] === DOT ? seconds + 4 : seconds;
    if (zone > end || end - zone > LONGEST_ZONE) return NaN;
    this.#useDay(line, start, zone, end);
    const time = this.#midnight + clock(bytes, start + 10);
    return zone === seconds ? time : time + digits(bytes, seconds + 1, 3);
  }

  #useDay(line: LineBytes, start: number, zone: number, end: number): void {
    const { words } = line;
    const day0 = words.getInt32(start, true);
    const day1 = words.getInt32(start + 4, true);
    const day2 = words.getInt32(start + 6, true);
    const zone0 = wordOf(words, zone, end);
    const zone1 = end - zone > 4 ? wordOf(words, zone + 4, end) : 0;
    const isSameDay = day0 === this.#day0 && day1 === this.#day1 && day2 === this.#day2;
    const isSameZone = zone0 === this.#zone0 && zone1 === this.#zone1;
    if (isSameDay && isSameZone && end - zone === this.#zoneLength) return;
    this.#day0 = day0;
    this.#day1 = day1;
    this.#day2 = day2;
    this.#zone0 = zone0;
    this.#zone1 = zone1;
    this.#zoneLength = end - zone;
    this.#midnight = isoTime(`${line.text(start, start + 10)}T00:00:00${line.text(zone, end)}`);
  }
}

/** Up to four bytes between two positions, the others zero. */
function wordOf(words: DataView, from: number, to: number): number {
  const word = from === to ? 0 : words.getInt32(from, true);
  return to - from < 4 ? word & ((1 << (8 * (to - from))) - 1) : word;
}

/** Milliseconds of `T22:00:00`, or NaN. */
function clock(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== LETTER_T || bytes[at + 3] !== COLON || bytes[at + 6] !== COLON) return NaN;
  const hour = digits(bytes, at + 1, 2);
  const minute = digits(bytes, at + 4, 2);
  const second = digits(bytes, at + 7, 2);
  // Not so of NaN.
  const isTime = hour <= 23 && minute <= 59 && second <= 60;
  return isTime ? ((hour * 60 + minute) * 60 + second) * 1000 : NaN;
}

/** NaN where there are not so many digits. */
function digits(bytes: Uint8Array, at: number, count: number): number {
  let number = 0;
  for (let place = at; place < at + count; place++) {
    const digit = (bytes[place] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}
