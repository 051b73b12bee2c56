import { type Span } from '../chance/arrivals.js';

/** How many times as many people come (assumption: a newsletter to every customer). */
const CROWD = 8;

/** The factor on arrivals at the shop: steep when the newsletter goes out, fading towards the end. */
export function flashSaleCrowd(sale: Span, time: number): number {
  if (time < sale.start || time >= sale.end) return 1;
  const progress = (time - sale.start) / (sale.end - sale.start);
  if (progress < 0.05) return 1 + (CROWD - 1) * (progress / 0.05);
  return progress > 0.7 ? 1 + (CROWD - 1) * ((1 - progress) / 0.3) : CROWD;
}
