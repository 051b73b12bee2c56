/** Milliseconds of each unit that Go, protobuf and people write behind a number. */
const UNIT_MS: readonly (readonly [string, number])[] = [
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
];
const LONGEST = 40;

/**
 * A duration in milliseconds, to the nanosecond: a number in the unit the field has, or a text that may
 * name its own (`0.005192s`, `1.25ms`). Null where it is neither, or below zero.
 */
export function durationMs(value: unknown, msPerUnit: number): number | null {
  if (typeof value === 'number') return rounded(value * msPerUnit);
  if (typeof value !== 'string' || value === '' || value.length > LONGEST) return null;
  const last = value.charCodeAt(value.length - 1);
  if (last >= 48 && last <= 57) return rounded(Number(value) * msPerUnit);
  for (const [unit, milliseconds] of UNIT_MS) {
    if (!value.endsWith(unit)) continue;
    const digits = value.slice(0, -unit.length);
    return digits === '' ? null : rounded(Number(digits) * milliseconds);
  }
  return null;
}

function rounded(milliseconds: number): number | null {
  return milliseconds >= 0 && milliseconds < Infinity ? Math.round(milliseconds * 1e6) / 1e6 : null;
}
