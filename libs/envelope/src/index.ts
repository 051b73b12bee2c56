export { EnvelopeFailure, type EnvelopeFailureReason } from './envelope-failure.js';
export { DEFAULT_ENVELOPE_LIMITS, type EnvelopeLimits } from './envelope-limits.js';
export { decodeText } from './text/decode-text.js';
export { unwrap } from './unwrap.js';
export { type UnwrappedItem } from './unwrapped-item.js';
export { opensEnvelope } from './json/open-record.js';
