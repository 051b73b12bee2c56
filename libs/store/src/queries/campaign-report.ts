/**
 * Campaigns, those found last first; with `id` only that one. `sizes` is how many members it had in each of the last 48 cycles that
 * knew of it, oldest first. Rows are `CampaignReportRow`. Parameters: `id` (`''` for all), `limit`.
 */
export const campaignReports = `
  SELECT
    campaigns.id AS id, threat, kind, site, observed, expected, membership, traits, phases,
    toUnixTimestamp64Milli(campaigns.start) AS start,
    toUnixTimestamp64Milli(first_detected) AS firstDetected,
    toUnixTimestamp64Milli(first_seen) AS firstSeen,
    toUnixTimestamp64Milli(last_seen) AS lastSeen,
    growth.sizes AS sizes,
    greatest(observed, noted.members) AS members
  FROM campaigns
  LEFT JOIN (
    SELECT id, arraySlice(groupArray(size), -48) AS sizes
    FROM (SELECT id, as_of, observed AS size FROM campaign_history FINAL ORDER BY id, as_of)
    GROUP BY id
  ) AS growth ON growth.id = campaigns.id
  LEFT JOIN (
    SELECT campaign, uniqExact(address) AS members
    FROM campaign_members
    WHERE probability >= 0.5
    GROUP BY campaign
  ) AS noted ON noted.campaign = campaigns.id
  WHERE {id: String} IN ('', campaigns.id)
  ORDER BY last_seen DESC, observed DESC, id
  LIMIT {limit: UInt32}`;

export interface CampaignReportRow {
  readonly id: string;
  readonly threat: string;
  readonly kind: string;
  readonly site: string;
  /** Members at its largest, in one window, and how many of these the rest of the estate explains. */
  readonly observed: number;
  readonly expected: number;
  readonly membership: number;
  readonly traits: string;
  /** JSON array of `CampaignPhase`. */
  readonly phases: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly firstDetected: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly sizes: readonly number[];
  /** Addresses that were ever noted as members. */
  readonly members: number;
}

/** The addresses of a campaign, likeliest first, each at its highest probability. Rows are `CampaignMemberRow`. Parameters: `id`, `limit`. */
export const campaignMemberList = `
  SELECT address, max(probability) AS likeliest, argMax(shares, (probability, as_of)) AS shared
  FROM campaign_members FINAL
  WHERE campaign = {id: String}
  GROUP BY address
  ORDER BY likeliest DESC, address
  LIMIT {limit: UInt32}`;

export interface CampaignMemberRow {
  readonly address: string;
  /** 0 to 1. */
  readonly likeliest: number;
  readonly shared: string;
}
