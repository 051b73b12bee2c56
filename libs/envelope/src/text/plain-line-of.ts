import { isPlainLine } from './is-plain-line.js';

const RETURN = 13;

/** The line of a text that is nothing but one plain line, by far the most usual; else null. */
export function plainLineOf(text: string): string | null {
  if (!isPlainLine(text)) return null;
  const end = text.indexOf('\n');
  if (end < 0) return text.charCodeAt(text.length - 1) === RETURN ? text.slice(0, -1) : text;
  if (end < text.length - 1) return null;
  return text.slice(0, text.charCodeAt(end - 1) === RETURN ? end - 1 : end);
}
