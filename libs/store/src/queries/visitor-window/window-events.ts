import { inWindow } from './in-window.js';

/** What is counted of an event, and what says whether it is of the window. */
const columns = `client_address, client_host, client_asn, event_time, kafka_append_time, event_time_suspect,
    server_address, url_path, url_query, url_path_template, url_path_role, request_probe, http_request_method, http_response_status_code,
    http_request_referer, http_response_body_size, duration_ms, network_protocol_version, user_agent_original, session_key, account_key,
    api_client`;

/** Of keys that moved: a condition on events. */
export const ofThoseMoved = `(client_address IN (SELECT client_address FROM window_moved)
      OR (session_key != '' AND session_key IN (SELECT session_key FROM window_moved_sessions)))`;

/** Of some addresses; host names come as addresses of nothing, so their names are looked at, too. Parameter: `addresses` (Array(String)). */
export const ofAddresses = `client_address IN (SELECT toIPv6OrDefault(arrayJoin({addresses: Array(String)}))) AND client IN {addresses: Array(String)}`;

/**
 * Copies the events of which a condition holds into `window_events`: columns of many events are read through for those of a few, so once is
 * enough. Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const fillWindowEvents = (condition: string): string => `
  INSERT INTO window_events (${columns})
  SELECT ${columns}
  FROM events
  WHERE ${inWindow}
    AND ${condition}`;

/** Empties the copy. */
export const emptyWindowEvents = 'TRUNCATE TABLE window_events';
