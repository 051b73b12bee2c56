import { inWindow } from './in-window.js';
import { learnedPlaces, learnedRole } from './learned-role.js';

/** Shows a login form: a condition on events, behind `learnedPlaces`. */
export const showsForm = `http_request_method = 'GET' AND http_response_status_code = 200 AND ${learnedRole} = 'login'`;

/** Where somebody among `window_events` may have failed to log in: only there it matters whether a form was shown. A condition on events. */
export const ofTriedForms = `(server_address, url_path) IN (
      SELECT server_address, url_path FROM window_events WHERE http_request_method = 'POST' AND http_response_status_code = 200)`;

/**
 * Notes in `window_forms` where login forms were shown in the window, and when last (milliseconds). `condition` is a constant of the code and
 * says which events are looked at. Parameters: `from`, `to`.
 */
export const fillWindowForms = (condition = '1'): string => `
  INSERT INTO window_forms (host, path, shown, round)
  WITH ${learnedPlaces}
  SELECT toString(server_address) AS host, url_path, max(toUnixTimestamp64Milli(event_time)), 0
  FROM events
  WHERE ${inWindow} AND ${condition} AND ${showsForm}
  GROUP BY host, url_path`;

/** Notes the forms that were shown since (`window_news`). Parameter: `round`, one more than the time before. */
export const addWindowForms = `
  INSERT INTO window_forms (host, path, shown, round)
  SELECT host, form, max(shown), {round: UInt32}
  FROM window_news
  WHERE form != ''
  GROUP BY host, form`;

/** The forms of the window, of all that are noted: host and path. Parameter: `from` (DateTime64(3), UTC). */
export const windowForms = `SELECT host, path FROM window_forms WHERE shown >= toUnixTimestamp64Milli({from: DateTime64(3, 'UTC')})`;

/** Forms that came or went since the window began at `fromBefore`: host and path. Parameters: `from`, `fromBefore` (DateTime64(3), UTC), `round`. */
export const changedForms = `
    SELECT host, path
    FROM window_forms
    GROUP BY host, path
    HAVING (maxIf(shown, round < {round: UInt32}) >= toUnixTimestamp64Milli({fromBefore: DateTime64(3, 'UTC')}))
      != (max(shown) >= toUnixTimestamp64Milli({from: DateTime64(3, 'UTC')}))`;

/** Empties what is known of forms. */
export const emptyWindowForms = 'TRUNCATE TABLE window_forms';
