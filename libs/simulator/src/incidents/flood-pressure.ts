import { type Span } from '../chance/arrivals.js';

/** How hard floods press on the shop at an instant, 0 (not at all) to 1: half a minute to build up, two to recover. */
export function floodPressure(floods: readonly Span[], time: number): number {
  let pressure = 0;
  for (const { start, end } of floods) {
    if (time < start || time > end + 120_000) continue;
    const rise = Math.min(1, (time - start) / 30_000);
    const fall = time > end ? 1 - (time - end) / 120_000 : 1;
    pressure = Math.max(pressure, rise * fall);
  }
  return pressure;
}
