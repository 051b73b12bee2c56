/**
 * The newest change of the verdicts that a text may mean, newest first: by the verdict's id, the key, or the key of
 * the message. Rows: `verdictId`, `messageKey`. Parameters: `text`.
 */
export const explainKeys = `
  SELECT verdict_id AS verdictId, message_key AS messageKey
  FROM verdicts
  WHERE verdict_id = {text: String} OR key = {text: String} OR message_key = {text: String}
  ORDER BY sequence DESC
  LIMIT 1 BY key_type, key`;
