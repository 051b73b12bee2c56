import { type Random } from '../chance/random.js';
import { stableHash } from '../chance/stable-hash.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { type Answer, type Hit } from './site.js';

/** A stable size for a target: log-uniform between low and high, as file sizes are heavy-tailed (Crovella and Bestavros 1997). */
function sizeOf(target: string, low: number, high: number): number {
  const share = stableHash(target, 7) / 2 ** 32;
  return Math.round(low * (high / low) ** share);
}

/** A file: the same size for everyone, nothing when the client's copy is still good. */
export function file(hit: Hit, low: number, high: number, random: Random): Answer {
  if (hit.conditional === true) return { status: 304, bytes: 0, seconds: 0.001 };
  const bytes = hit.method === 'HEAD' ? 0 : sizeOf(hit.target, low, high);
  return { status: 200, bytes, seconds: random.logNormal(0.002, 0.6) };
}

/** A page made for this request: about the same size each time, slower under load and, past a point, failing. */
export function page(
  hit: Hit,
  size: { readonly low: number; readonly high: number; readonly seconds: number },
  conditions: Conditions,
  random: Random,
): Answer {
  const { pressure } = conditions;
  const seconds = random.logNormal(size.seconds * (1 + 9 * pressure), 0.5);
  const failing = pressure * Math.min(0.45, size.seconds);
  if (failing > 0 && random.chance(failing)) {
    return { status: random.chance(0.6) ? 503 : 504, bytes: 497, seconds: seconds * 3 };
  }
  const path = hit.target.split('?', 1)[0] ?? hit.target;
  const bytes = Math.round(sizeOf(path, size.low, size.high) * random.between(0.97, 1.03));
  return { status: 200, bytes: hit.method === 'HEAD' ? 0 : bytes, seconds };
}

/** An answer with no content of its own: redirects, refusals, errors. */
export function plain(status: number, bytes: number, random: Random): Answer {
  return { status, bytes, seconds: random.logNormal(0.008, 0.7) };
}
