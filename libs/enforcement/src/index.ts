export { cloudEventHeaders } from './cloud-event-headers.js';
export { encodeLifted } from './encode-lifted.js';
export { encodeVerdict } from './encode-verdict.js';
export { verdictKey } from './verdict-key.js';
export { type LiftedMessage, type VerdictMessage, type VerdictReason } from './verdict-message.js';
