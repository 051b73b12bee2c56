/**
 * Which events are of the window `[from, to)`: a condition on `events`. Times more than five minutes ahead of the append time are
 * suspect, so what was appended earlier than that before the window cannot be of it: the parts of older history are not opened.
 * Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const inWindow = `event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND kafka_append_time >= {from: DateTime64(3, 'UTC')} - INTERVAL 5 MINUTE
        AND event_time_suspect = 0`;
