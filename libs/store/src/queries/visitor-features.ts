import { actorCells } from './campaign-actors.js';
import { prefixOfText } from './visitor-window/spread-prefixes.js';
import { surpriseColumns } from './visitor-window/surprise-columns.js';

/** Columns of `visitor_window` that no feature is. */
const notFeatures =
  'lastAppended, loginSite, loginTemplate, claimsBrowser, declared, bareReader, tlsFingerprint, asn, paths, pathRequests, steps, stepRequests, knownSteps, unknownSteps';

/** Keys that are judged with their address: what one address, one user agent or one session did. */
const judged = "keyType IN ('address', 'address_user_agent', 'session')";

/** Whether a row of `visitor_window` moved. Parameters: `since`, `appendedSince` (milliseconds), `cells` (Array(String)). */
const moved = `(lastSeen >= {since: Int64} OR lastAppended > {appendedSince: Int64}
          OR (loginCell != '' AND has({cells: Array(String)}, loginCell))
          OR (readerCell != '' AND has({cells: Array(String)}, readerCell))
          OR (notEmpty({cells: Array(String)}) AND hasAny({cells: Array(String)}, ${actorCells}))
          OR address IN (SELECT address FROM campaign_growth))`;

/** The features of every key of some addresses, in order of these. `whose` selects them, a constant of the code. */
export const visitorFeaturesOf = (whose: string): string => `
  SELECT * EXCEPT (agentNames, ${notFeatures}),
    multiIf(keyType != 'address' OR userAgents = 1, [userAgent], agentNames) AS agents
  FROM (
    SELECT *,
      arraySort(groupUniqArrayIf(userAgent, keyType = 'address_user_agent') OVER (PARTITION BY address)) AS agentNames,${surpriseColumns}
    FROM visitor_window
    WHERE ${judged} AND (keyType = 'address' OR requests > speculativeSockets)
      AND address IN (${whose})
  )
  ORDER BY address, keyType, requests DESC, userAgent, key
  LIMIT 201 BY address, keyType = 'session'`;

/**
 * The features of every visitor that moved: seen in event time since `since`, stored since
 * `appendedSince` (late events), or member of a group in `cells` or of `campaign_growth` (members that came before
 * the detection). All keys of such an address come together, the address first; the 200 busiest user
 * agents of an address and the 200 busiest sessions are kept apart, the rest only counts into the address.
 * A session comes with the address it was first seen at; `agents` are the user agents of the key.
 *
 * Parameters: `since`, `appendedSince` (milliseconds), `cells` (Array(String)).
 */
export const visitorFeatures = visitorFeaturesOf(`
        SELECT address
        FROM visitor_window
        WHERE ${judged} AND ${moved}`);

/** The same of some addresses, whenever they moved. Parameter: `addresses` (Array(String)). */
export const addressFeatures = visitorFeaturesOf('{addresses: Array(String)}');

/** The same of every address in some prefixes, whenever it moved. Parameter: `prefixes` (CIDR, Array(String)). */
export const prefixMembers = visitorFeaturesOf(`
        SELECT address
        FROM visitor_window
        WHERE keyType = 'address' AND ${prefixOfText('address')} IN {prefixes: Array(String)}`);

/** The features of prefixes that moved, and of those in `prefixes` (CIDR) whenever they did. Parameters besides: as `visitorFeatures`. */
export const prefixFeatures = `
  SELECT * EXCEPT (${notFeatures})
  FROM (
    SELECT *,${surpriseColumns}
    FROM visitor_window
    WHERE keyType = 'prefix' AND (key IN {prefixes: Array(String)} OR ${moved})
  )
  ORDER BY key`;

/** The user agents seen in some prefixes, at most 200 of each: `{prefix, agents}`. Parameter: `prefixes` (CIDR, Array(String)). */
export const prefixAgents = `
  SELECT prefix, arraySlice(arraySort(groupUniqArray(userAgent)), 1, 200) AS agents
  FROM (
    SELECT ${prefixOfText('address')} AS prefix, userAgent
    FROM visitor_window
    WHERE keyType IN ('address', 'address_user_agent') AND requests > speculativeSockets
  )
  WHERE prefix IN {prefixes: Array(String)}
  GROUP BY prefix`;
