const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
  µs: 0.001,
  us: 0.001,
  ns: 0.000_001,
};

/** A duration as Go prints it, `-1h2m3.5s`, in milliseconds; NaN where it is none. */
export function parseGoDuration(text: string): number {
  if (!/^-?(\d+(\.\d+)?(h|ms|m|s|µs|us|ns))+$/.test(text)) return NaN;
  const total = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|µs|us|ns)/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (UNITS[unit] ?? NaN),
    0,
  );
  return text.startsWith('-') ? -total : total;
}
