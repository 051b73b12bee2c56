export { cloudEventHeaders } from './cloud-event-headers.js';
export { encodeVerdict } from './encode-verdict.js';
export { verdictKey } from './verdict-key.js';
export { type VerdictMessage } from './verdict-message.js';
