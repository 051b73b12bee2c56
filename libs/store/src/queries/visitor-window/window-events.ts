import { inWindow } from './in-window.js';

/** What is counted of an event, and what says whether it is of the window. */
const columns = `client_address, client_host, client_asn, event_time, kafka_append_time, event_time_suspect,
    server_address, url_path, url_query, url_path_template, url_path_role, request_probe, http_request_method, http_response_status_code,
    http_request_referer, http_response_body_size, duration_ms, network_protocol_version, user_agent_original, session_key, account_key,
    api_client`;

/**
 * Copies the events of keys that moved into `window_events`: columns of many events are read through for those of a few, so once is enough.
 * Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const fillWindowEvents = `
  INSERT INTO window_events (${columns})
  SELECT ${columns}
  FROM events
  WHERE ${inWindow}
    AND (client_address IN (SELECT client_address FROM window_moved)
      OR (session_key != '' AND session_key IN (SELECT session_key FROM window_moved_sessions)))`;

/** Empties the copy. */
export const emptyWindowEvents = 'TRUNCATE TABLE window_events';
