import { DEFAULT_ENVELOPE_LIMITS, type EnvelopeLimits } from './envelope-limits.js';
import { plainLineOf } from './text/plain-line-of.js';
import { plainTextOf } from './text/plain-text-of.js';
import { type UnwrappedItem } from './unwrapped-item.js';
import { Unwrapping } from './unwrapping.js';

/**
 * The items in one Kafka message, in order, at least one: lines of text, objects that were parsed on the
 * way, and failures for parts of which nothing could be made. Opens, in any nesting, compression, base64,
 * batches and the envelopes of shippers, runtimes, syslog and clouds; an object with HTTP fields of its
 * own is an item and no envelope.
 *
 * Contract: the same bytes always give the same items; nothing throws; time and memory are linear in the
 * length of the message and bounded by the limits.
 */
export function unwrap(
  value: Uint8Array | string | null,
  limits: EnvelopeLimits = DEFAULT_ENVELOPE_LIMITS,
): UnwrappedItem[] {
  if (value === null) return [''];
  const text = typeof value === 'string' ? value : plainTextOf(value);
  const line = text === null ? null : plainLineOf(text);
  return line === null ? new Unwrapping(limits).itemsOf(text ?? value) : [line];
}
