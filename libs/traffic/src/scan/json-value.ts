import { type JsonRecord } from '../json-record.js';

/** Lists longer than this are cut: no log names more addresses or tags of one request. */
const LONGEST_LIST = 100;

/** An object's own value under a key that may be hostile (`__proto__`, `constructor`); else undefined. */
export function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as JsonRecord)[key];
}

/** An own value that is an object and no list; else null. */
export function ownRecord(value: unknown, key: string): JsonRecord | null {
  const found = ownValue(value, key);
  return isRecord(found) ? found : null;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or number as text, a list of them joined by `, `; `''` for whatever else, and for nginx's `-`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value === '-' ? '' : visible(value);
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return '';
  const texts = value
    .slice(0, LONGEST_LIST)
    .map((item) => (Array.isArray(item) ? '' : textOf(item)));
  return texts.filter((text) => text !== '').join(', ');
}

/** A number not below zero, or text of one; null for all else, such as `0.01, 0.02`. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value >= 0 && value < Infinity ? value : null;
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_NUMBER) return null;
  const number = Number(value);
  return number >= 0 && number < Infinity ? number : null;
}

const LONGEST_NUMBER = 40;

/** The texts of a list, or of one text. */
export function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, LONGEST_LIST) : [value];
  return list
    .map((item) => (Array.isArray(item) ? '' : textOf(item)))
    .filter((text) => text !== '');
}

/** With control characters as `\\xHH`, as servers write them into text logs. */
function visible(text: string): string {
  return isVisible(text) ? text : text.replace(CONTROLS, (character) => escapeOf(character));
}

/** Calling a regular expression costs more than looking at this many characters. */
const SHORT = 16;

function isVisible(text: string): boolean {
  if (text.length > SHORT) return VISIBLE.test(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 127) return false;
  }
  return true;
}

/** Anchored, and so twice as fast as looking for a control character anywhere; linear all the same. */
const VISIBLE = /^[ -~\u0080-\uffff]*$/;

function escapeOf(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

// Finding control characters is what these are for.
/* eslint-disable no-control-regex */
const CONTROLS = /[\u0000-\u001f\u007f]/g;
/* eslint-enable no-control-regex */
