import { isIPv4, isIPv6 } from 'node:net';

/** TabSeparated's mark for NULL. */
const NULL = '\\N';

const SPECIAL = /[\t\n\r\\\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  '\0': '\\0',
  "'": "\\'",
};
const escaped = (character: string): string => ESCAPES[character] ?? character;

/** Text as one TabSeparated field, whatever is in it. */
export const tsvText = (text: string): string =>
  text !== '' && SPECIAL.test(text) ? text.replace(/[\t\n\r\\\0]/g, escaped) : text;

export const tsvTextArray = (texts: readonly string[]): string =>
  texts.length === 0
    ? '[]'
    : `[${texts.map((text) => `'${text.replace(/[\t\n\r\\\0']/g, escaped)}'`).join(',')}]`;

/** An unsigned integer up to `max`; 0 for what is none. */
export const tsvUnsigned = (value: number | null, max: number): string =>
  value !== null && Number.isInteger(value) && value > 0 && value <= max ? String(value) : '0';

/** A Nullable(UInt64); NULL for what is no exact unsigned integer. */
export const tsvNullableSize = (value: number | null): string =>
  value !== null && Number.isSafeInteger(value) && value >= 0 ? String(value) : NULL;

const FLOAT32_MAX = 3.4e38;

/** A Nullable(Float32); NULL for what is not finite. */
export const tsvNullableFloat = (value: number | null): string =>
  value !== null && Math.abs(value) <= FLOAT32_MAX ? String(value) : NULL;

/** IPv6 text, IPv4 mapped into it; `''` where the text is neither. */
export const tsvAddress = (text: string): string => {
  if (isIPv4(text)) return `::ffff:${text}`;
  return isIPv6(text) && !text.includes('%') ? text : '';
};
