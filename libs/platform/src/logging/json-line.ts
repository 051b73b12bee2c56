/** Longest text of one field, in UTF-16 units: a hostile log line must not fill our own logs. */
const MAX_TEXT = 8_192;

/** Controls that JSON leaves alone: DEL, C1, line separators, bidirectional overrides, BOM. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * One value as one line of JSON that no terminal or line reader misreads: control characters are
 * escaped, texts capped, errors spelled out, bigints as text, and cycles named.
 */
export function jsonLine(value: unknown): string {
  const ancestors: unknown[] = [];
  const text = JSON.stringify(value, function (this: unknown, _key, field: unknown): unknown {
    if (typeof field === 'string') return cap(field);
    if (typeof field === 'bigint') return field.toString();
    if (typeof field !== 'object' || field === null) return field;
    while (ancestors.length > 0 && ancestors.at(-1) !== this) ancestors.pop();
    if (ancestors.includes(field)) return '[circular]';
    const plain = field instanceof Error ? describeError(field) : field;
    ancestors.push(plain);
    return plain;
  });
  return text.replace(UNSAFE, escape);
}

function describeError(error: Error): object {
  const { name, message, stack, cause } = error;
  return Object.assign({ name, message, stack }, error, cause === undefined ? {} : { cause });
}

function cap(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
