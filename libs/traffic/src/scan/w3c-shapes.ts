import { canonicalAddress } from '../canonical-address.js';

/** Whether a word can stand in a column; columns that can hold anything have no shape. */
type Shape = (word: string) => boolean;

/** Whether the words can stand in the named columns, one for one; words beyond the names may be anything. */
export function wordsFit(words: readonly string[], names: readonly string[]): boolean {
  return names.every((name, index) => {
    const shape = SHAPES.get(name);
    const word = words[index];
    return shape === undefined || word === undefined || shape(word);
  });
}

/** `2026-11-22`. */
export function isDate(word: string): boolean {
  return word.length === 10 && /^\d{4}-\d\d-\d\d$/.test(word);
}

/** `22:00:00`, perhaps with a fraction. */
export function isTimeOfDay(word: string): boolean {
  return word.length >= 8 && word.length <= 18 && /^\d\d:\d\d:\d\d(\.\d+)?$/.test(word);
}

/** An address, with or without IPv6 zone, brackets or port. */
export function isAddress(word: string): boolean {
  return canonicalAddress(word) !== '';
}

/** A status code that a server sends, or CloudFront's 000. */
export function isStatus(word: string): boolean {
  return word.length === 3 && /^[0-9]\d\d$/.test(word);
}

/** Digits only. */
export function isNumber(word: string): boolean {
  return word.length <= 19 && /^\d+$/.test(word);
}

/** A method by its letters, whatever it means. */
export function isMethodWord(word: string): boolean {
  return word.length <= 32 && /^[A-Za-z][A-Za-z_-]*$/.test(word);
}

/** What can follow a method: a path, or `*`. */
export function isPathWord(word: string): boolean {
  return word.charCodeAt(0) === 47 || word === '*';
}

function isVersion(word: string): boolean {
  return word.startsWith('HTTP/');
}

function orDash(shape: Shape): Shape {
  return (word) => word === '-' || shape(word);
}

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['date', isDate],
  ['time', isTimeOfDay],
  ['timestamp', (word) => word.length <= 20 && /^\d{10}(\.\d{1,9})?$/.test(word)],
  ['c-ip', isAddress],
  ['s-ip', orDash(isAddress)],
  ['c-port', orDash(isNumber)],
  ['s-port', orDash(isNumber)],
  ['cs-method', orDash(isMethodWord)],
  ['cs-uri', orDash(isPathWord)],
  ['cs-uri-stem', isPathWord],
  ['cs-version', orDash(isVersion)],
  ['cs-protocol-version', orDash(isVersion)],
  ['cs-protocol', orDash((word) => /^(https?|wss?)$/.test(word))],
  ['sc-status', orDash(isStatus)],
  ['sc-bytes', orDash(isNumber)],
  ['cs-bytes', orDash(isNumber)],
  ['time-taken', orDash((word) => word.length <= 24 && /^\d+(\.\d+)?$/.test(word))],
]);
