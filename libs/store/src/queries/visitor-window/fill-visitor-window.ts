import { countConduct } from './count-conduct.js';
import { countPageTurns } from './count-page-turns.js';
import { countPurposes } from './count-purposes.js';
import { type KeyLevel } from './key-level.js';
import { windowColumns } from './window-columns.js';
import { windowRequests } from './window-requests.js';

/** Where a visitor was, of a key that is an address. */
const atOneAddress = `
    client_address AS seenAt,
    any(client_host) AS hostName,
    1 AS addresses,
    1 AS prefixes,
    max(client_asn) > 0 AS networks`;

/** Where a visitor was, of a key that may have come from several. */
const atSeveralAddresses = `
    argMin(client_address, client_order) AS seenAt,
    argMin(client_host, client_order) AS hostName,
    arrayUniq(groupArray(client_hash)) AS addresses,
    arrayUniq(groupArray(prefix)) AS prefixes,
    arrayUniq(groupArrayIf(client_asn, client_asn != 0)) AS networks`;

/**
 * Counts what every key of one level did in the window `[from, to)` into the scratch table `visitor_window`: one
 * honest scan of `events`, or of those that have such a key. `only` and
 * `source` are constants of the code: a condition on events, and where they are read from.
 *
 * Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export function fillVisitorWindow(
  { keyType, events, groupBy, key, ofOneAddress }: KeyLevel,
  { only = '1', source = 'events' }: { readonly only?: string; readonly source?: string } = {},
): string {
  return `
  INSERT INTO visitor_window (${windowColumns})
  SELECT ${windowColumns}
  FROM (
  WITH ${windowRequests(`${only} AND ${events(source)}`, source)}
  SELECT
    '${keyType}' AS keyType,${ofOneAddress ? atOneAddress : atSeveralAddresses},
    toString(seenAt) AS addressText,
    multiIf(hostName != '', hostName,
      startsWith(addressText, '::ffff:') AND position(addressText, '.') > 0, substring(addressText, 8),
      addressText) AS address,
    argMinIf(user_agent_original, agent_order, NOT speculative) AS userAgent,
    arrayUniq(groupArrayIf(agent, NOT speculative)) AS userAgents,
    ${key} AS key,${countConduct},${countPageTurns},${countPurposes}
  FROM requests
  GROUP BY ${groupBy}
  )`;
}

/** Name and version of the counting rules above: changes whenever a number they give could change. */
export const visitorFeaturesVersion = 'visitor-features@3';
