import { blockText } from '../capacity/address-block.js';
import { type ListFormat } from './list-format.js';

/** One JSON object a line (NDJSON): what programs of your own read. */
export const json: ListFormat = {
  name: 'json',
  actions: ['block', 'challenge', 'throttle'],
  line: ({ block, action, score, threat, expiresAt }) =>
    JSON.stringify({
      cidr: blockText(block),
      action,
      threat: threat === '' ? null : threat,
      risk_score: score,
      expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    }),
};
