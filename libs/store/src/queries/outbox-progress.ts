/** The last sequence number known to be published to `sink`; 0 when none. Parameter: `sink`. */
export const outboxProgress = `
  SELECT max(published_until) AS publishedUntil
  FROM outbox_progress
  WHERE topic = {sink: String}`;
