import { clfTime } from '../scan/clf-time.js';
import { type LineBytes } from './line-bytes.js';

const COLON = 58;
const ZERO = 48;
const LENGTH = 26;

/** Reads `22/Nov/2026:22:00:00 +0100`, looking at day and zone only where they differ from the ones before. */
export class ClfTimeBytes {
  /** `22/Nov/2026:` */
  #day0 = 0;
  #day1 = 0;
  #day2 = 0;
  /** ` +0100`, in two words that overlap. */
  #zone0 = 0;
  #zone1 = 0;
  #midnight = NaN;

  /** Milliseconds since the epoch of the time that begins there, or NaN. */
  read(line: LineBytes, at: number): number {
    if (!this.#isSameDay(line.words, at)) this.#learn(line, at);
    const { bytes } = line;
    if (bytes[at + 14] !== COLON || bytes[at + 17] !== COLON) return NaN;
    const hour = twoDigits(bytes, at + 12);
    const minute = twoDigits(bytes, at + 15);
    const second = twoDigits(bytes, at + 18);
    if (hour > 23 || minute > 59 || second > 60) return NaN;
    return this.#midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  }

  #isSameDay(words: DataView, at: number): boolean {
    return (
      words.getInt32(at, true) === this.#day0 &&
      words.getInt32(at + 4, true) === this.#day1 &&
      words.getInt32(at + 8, true) === this.#day2 &&
      words.getInt32(at + 20, true) === this.#zone0 &&
      words.getInt32(at + 22, true) === this.#zone1
    );
  }

  #learn(line: LineBytes, at: number): void {
    const { words } = line;
    const zone = line.text(at + 20, at + LENGTH);
    const isUsual = /^ [+-]\d{4}$/.test(zone);
    this.#day0 = words.getInt32(at, true);
    this.#day1 = words.getInt32(at + 4, true);
    this.#day2 = words.getInt32(at + 8, true);
    this.#zone0 = words.getInt32(at + 20, true);
    this.#zone1 = words.getInt32(at + 22, true);
    this.#midnight = isUsual ? clfTime(`${line.text(at, at + 12)}00:00:00${zone}`) : NaN;
  }
}

/** 100 where there are not two digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}
