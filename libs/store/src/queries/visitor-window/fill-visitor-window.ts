import { countConduct } from './count-conduct.js';
import { countPageTurns } from './count-page-turns.js';
import { countPurposes } from './count-purposes.js';
import { windowColumns } from './window-columns.js';
import { windowRequests } from './window-requests.js';

/**
 * Counts what every address, and every user agent behind it, did in the window `[from, to)` into the scratch
 * table `visitor_window`: one honest scan of `events`, from which a cycle takes baselines, groups and visitors.
 *
 * Parameters: `from`, `to` (DateTime64(3), UTC). The table has to be emptied before.
 */
export const fillVisitorWindow = `
  INSERT INTO visitor_window (${windowColumns})
  SELECT ${windowColumns}
  FROM (
  WITH ${windowRequests}
  SELECT
    if(grouping(agent) = 0, 'address_user_agent', 'address') AS keyType,
    toString(client_address) AS addressText,
    multiIf(client_host != '', client_host,
      startsWith(addressText, '::ffff:') AND position(addressText, '.') > 0, substring(addressText, 8),
      addressText) AS address,
    argMinIf(user_agent_original, (at, agent), NOT speculative) AS userAgent,
    if(keyType = 'address', address, concat(address, '|', userAgent)) AS key,
    1 AS addresses,
    1 AS prefixes,${countConduct},${countPageTurns},${countPurposes}
  FROM requests
  GROUP BY GROUPING SETS ((client_address, client_host), (client_address, client_host, agent))
  )`;

/** Name and version of the counting rules above: changes whenever a number they give could change. */
export const visitorFeaturesVersion = 'visitor-features@2';
