/**
 * Every campaign at its largest, with the visitors condemned as its members. Groups of which fewer than three were condemned
 * acted too harmlessly to be shown as one. Rows are `CampaignRow`. Parameters: `limit`.
 */
export const campaignList = `
  SELECT
    campaigns.id AS id, threat, site, round(observed) AS observed, expected, traits,
    toUnixTimestamp64Milli(first_seen) AS first_seen,
    toUnixTimestamp64Milli(last_seen) AS last_seen,
    members.visitors AS members
  FROM campaigns
  LEFT JOIN (
    SELECT campaign, uniqExact(address) AS visitors
    FROM visitors
    WHERE campaign != ''
    GROUP BY campaign
  ) AS members ON members.campaign = campaigns.id
  WHERE members.visitors >= 3
  ORDER BY members DESC, observed DESC, id
  LIMIT {limit: UInt32}`;

export interface CampaignRow {
  readonly id: string;
  readonly threat: string;
  readonly site: string;
  /** Visitors that act alike, and how many were to be expected. */
  readonly observed: number;
  readonly expected: number;
  readonly traits: string;
  /** Milliseconds since the epoch. */
  readonly first_seen: number;
  readonly last_seen: number;
  readonly members: number;
}
