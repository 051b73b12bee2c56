/** How far the stored log reaches in event time and append time, in milliseconds; zeros when empty. */
export const logExtent = `
  SELECT
    count() AS events,
    toUnixTimestamp64Milli(min(event_time)) AS oldest,
    toUnixTimestamp64Milli(max(event_time)) AS newest,
    toUnixTimestamp64Milli(max(kafka_append_time)) AS appendedUntil
  FROM events
  WHERE event_time_suspect = 0`;
