/**
 * The ends of the event-time steps after `after` that hold events, ascending, in milliseconds.
 * What was appended more than five minutes before `after` cannot be of a later time, else it would be suspect: older parts are not opened.
 * Parameters: `after` (milliseconds), `step` (milliseconds).
 */
export const eventSteps = `
  SELECT DISTINCT (intDiv(toUnixTimestamp64Milli(event_time), {step: Int64}) + 1) * {step: Int64} AS stepEnd
  FROM events
  WHERE event_time_suspect = 0 AND event_time >= fromUnixTimestamp64Milli({after: Int64}, 'UTC')
    AND kafka_append_time >= fromUnixTimestamp64Milli(greatest(0, {after: Int64} - 300000), 'UTC')
  ORDER BY stepEnd`;
