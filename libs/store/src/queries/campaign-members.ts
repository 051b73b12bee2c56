import { actorCells } from './campaign-actors.js';
import { inVain, untold } from './login-groups.js';

/**
 * Notes the members of groups (`cells`, with the `ids` and `memberships` of their campaigns, one place each) as of `asOf`, from
 * `visitor_window`: those with the bad outcome. Parameters besides: `now` (DateTime64(3)).
 */
export const noteGroupMembers = `
  INSERT INTO campaign_members (as_of, campaign, address, probability, shares, first_seen, last_seen, computed_at)
  SELECT
    {asOf: DateTime64(3, 'UTC')},
    {ids: Array(String)}[place],
    address,
    {memberships: Array(Float64)}[place],
    'conduct',
    fromUnixTimestamp64Milli(min(firstSeen), 'UTC'),
    fromUnixTimestamp64Milli(max(lastSeen), 'UTC'),
    {now: DateTime64(3, 'UTC')}
  FROM (
    SELECT address, firstSeen, lastSeen,
      arrayJoin(arrayFilter(found -> found > 0, arrayConcat([
        if(keyType = 'address' AND (${inVain} OR ${untold} AND endsWith({ids: Array(String)}[indexOf({cells: Array(String)}, loginCell)], '-for-nothing')),
          indexOf({cells: Array(String)}, loginCell), 0),
        if(userAgents = 1, indexOf({cells: Array(String)}, readerCell), 0)
      ], arrayMap(cell -> indexOf({cells: Array(String)}, cell), ${actorCells})))) AS place
    FROM visitor_window
    WHERE keyType IN ('address', 'address_user_agent')
  )
  GROUP BY address, place`;

/** The members told by their traits that were noted at the last whole hour before `asOf` (DateTime64(3)). Rows are `NotedMember`. */
export const notedMembers = `
  SELECT toUnixTimestamp64Milli(as_of) AS asOf, campaign, address, probability, shares
  FROM campaign_members FINAL
  WHERE shares != 'conduct'
    AND as_of = toStartOfHour({asOf: DateTime64(3, 'UTC')})
  ORDER BY campaign, address`;

export interface NotedMember {
  readonly asOf: number;
  readonly campaign: string;
  readonly address: string;
  readonly probability: number;
  readonly shares: string;
}

/** Campaigns as the newest cycle up to `asOf` (DateTime64(3)) that knew of them noted them, of the week before. Rows are `NotedCampaign`. */
export const notedCampaigns = `
  SELECT id, threat, kind, site, cell, observed, expected, membership, traits,
    toUnixTimestamp64Milli(first_seen) AS firstSeen, toUnixTimestamp64Milli(last_seen) AS lastSeen,
    toUnixTimestamp64Milli(start) AS start, phases
  FROM campaign_history FINAL
  WHERE as_of <= {asOf: DateTime64(3, 'UTC')} AND as_of > {asOf: DateTime64(3, 'UTC')} - INTERVAL 7 DAY
  ORDER BY campaign_history.as_of DESC, id
  LIMIT 1 BY id`;
