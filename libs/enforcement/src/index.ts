export { cloudEventHeaders } from './cloud-event-headers.js';
export { type Difference, differences } from './differences.js';
export { encodeLifted } from './encode-lifted.js';
export { encodeVerdict } from './encode-verdict.js';
export { type JudgedPart, judgedPart, recordedPart } from './judged-part.js';
export { type Again, type Recount } from './recount.js';
export { verdictKey } from './verdict-key.js';
export { type LiftedMessage, type VerdictMessage, type VerdictReason } from './verdict-message.js';
