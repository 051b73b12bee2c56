/** One place where two pieces of plain data are not the same. */
export interface Difference {
  /** Such as `reasons.0.value`. */
  readonly path: string;
  readonly then: unknown;
  readonly now: unknown;
}

/** Whole numbers have to be equal to the bit; what was divided or averaged may differ by so much of its size. */
const TOLERANCE = 1e-9;

/** Every place where `now` is not what `then` was, in the order of `then`. Plain JSON data. */
export function differences(then: unknown, now: unknown, path = ''): readonly Difference[] {
  if (isSame(then, now)) return [];
  if (!isNested(then) || !isNested(now)) return [{ path, then: then ?? null, now: now ?? null }];
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return names.flatMap((name) =>
    differences(then[name], now[name], path === '' ? name : `${path}.${name}`),
  );
}

function isSame(then: unknown, now: unknown): boolean {
  if (typeof then !== 'number' || typeof now !== 'number') return then === now;
  if (Number.isInteger(then) && Number.isInteger(now)) return then === now;
  return Math.abs(then - now) <= TOLERANCE * Math.max(1, Math.abs(then));
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
