import { surpriseColumns } from './visitor-window/surprise-columns.js';

/**
 * The features of every visitor that moved: seen in event time since `since`, stored since
 * `appendedSince` (late events), or member of a group in `cells` or of `campaign_growth`
 * (members that came before the detection). All keys of such an address come together, the address first; the 200 busiest user
 * agents of an address are kept apart, the rest only counts into the address.
 *
 * Parameters: `since`, `appendedSince` (milliseconds), `cells` (Array(String)).
 */
export const visitorFeatures = `
  SELECT
    * EXCEPT (lastAppended, loginSite, loginTemplate, claimsBrowser, declared, bareReader, moved, ofAddress, agentsOfAddress,
      paths, pathRequests, steps, stepRequests, knownSteps, unknownSteps)
  FROM (
    SELECT *,
      lastSeen >= {since: Int64} OR lastAppended > {appendedSince: Int64}
        OR (loginCell != '' AND has({cells: Array(String)}, loginCell))
        OR (readerCell != '' AND has({cells: Array(String)}, readerCell)) AS moved,
      max(moved) OVER ofSame AS ofAddress,
      maxIf(userAgents, keyType = 'address') OVER ofSame AS agentsOfAddress,
      if(keyType = 'address',
        arraySort(groupUniqArrayIf(userAgent, keyType != 'address' AND requests > speculativeSockets) OVER ofSame),
        [userAgent]) AS agents,${surpriseColumns}
    FROM visitor_window
    WINDOW ofSame AS (PARTITION BY address)
  )
  WHERE ofAddress AND (keyType = 'address' OR (agentsOfAddress > 1 AND requests > speculativeSockets))
  ORDER BY address, keyType, requests DESC, userAgent
  LIMIT 201 BY address`;
