import { prefixOfText } from './visitor-window/spread-prefixes.js';

/** The prefix that an address is in: verdicts on it are on the address, too. */
export const isPrefixAround = `(key_type = 'prefix' AND key = ${prefixOfText('{text: String}')})`;

/**
 * The newest change of the verdicts that a text may mean, newest first: by the verdict's id, the key, the key of
 * the message, or an address in the prefix that is the key. Rows: `verdictId`, `messageKey`. Parameters: `text`.
 */
export const explainKeys = `
  SELECT verdict_id AS verdictId, message_key AS messageKey
  FROM verdicts
  WHERE verdict_id = {text: String} OR key = {text: String} OR message_key = {text: String} OR ${isPrefixAround}
  ORDER BY sequence DESC
  LIMIT 1 BY key_type, key`;
