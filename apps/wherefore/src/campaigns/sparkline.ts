const BARS = '▁▂▃▄▅▆▇█';
const WIDEST = 24;

/** Sizes over time as a row of bars, the largest full height; at most 24, neighbours joined by their largest. */
export function sparkline(sizes: readonly number[]): string {
  const width = Math.min(WIDEST, sizes.length);
  const joined = Array.from({ length: width }, (_, i) => {
    const from = Math.floor((i * sizes.length) / width);
    return Math.max(...sizes.slice(from, Math.floor(((i + 1) * sizes.length) / width)));
  });
  const top = Math.max(1, ...joined);
  return joined.map((size) => BARS.charAt(Math.round((size / top) * (BARS.length - 1)))).join('');
}
