import { campaignActs } from './campaign-acts.js';

/**
 * How far the campaigns came whose members were noted at `asOf`: requests of their members in `[from, to)` by phase. Pages
 * opened at the site before the member's first act are reconnaissance; acts are attempts, those answered well a
 * success; account data, payments, payees and consents after the member's first success are use. Rows are
 * `CampaignPhaseRow`. Parameters: `asOf`, `from`, `to` (DateTime64(3)), `ids`, `sites`, `kinds` (arrays, one place a campaign).
 */
export const campaignPhases = `
  WITH
    members AS (
      SELECT
        campaign, address,
        {sites: Array(String)}[indexOf({ids: Array(String)}, campaign)] AS its_site,
        {kinds: Array(String)}[indexOf({ids: Array(String)}, campaign)] AS its_kind
      FROM campaign_members FINAL
      WHERE as_of = {asOf: DateTime64(3, 'UTC')} AND has({ids: Array(String)}, campaign) AND probability >= 0.5
    ),
    forms AS (
      SELECT DISTINCT server_address, url_path
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND url_path_role = 'login' AND http_request_method = 'GET' AND http_response_status_code = 200
    ),
    requests AS (
      SELECT
        client,
        server_address AS site,
        event_time AS at,
        role = 'login' AND (server_address, url_path) IN forms AS form,${campaignActs}
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0 AND client IN (SELECT address FROM members)
    ),
    steps AS (
      SELECT
        campaign, client, at,
        kind = its_kind AS act,
        act AND went_well AND its_kind NOT IN ('reading', 'search', 'probing') AS won,
        page,
        role IN ('accounts', 'payment', 'payee', 'consent') AND NOT act AND status < 400 AS used,
        minIf(at, act) OVER ofMember AS acted,
        countIf(won) OVER ofMember AS wins,
        minIf(at, won) OVER ofMember AS succeeded
      FROM requests
      INNER JOIN members ON members.address = requests.client AND members.its_site = requests.site
      WINDOW ofMember AS (PARTITION BY campaign, client)
    )
  SELECT campaign, phase AS name, toUnixTimestamp64Milli(min(at)) AS first, count() AS requests, uniqExact(client) AS visitors
  FROM steps
  ARRAY JOIN arrayFilter(one -> one != '', [
    if(page AND NOT act AND at < acted, 'reconnaissance', ''),
    if(act, 'attempt', ''),
    if(won, 'success', ''),
    if(used AND wins > 0 AND at > succeeded, 'use', '')
  ]) AS phase
  GROUP BY campaign, phase
  ORDER BY campaign, indexOf(['reconnaissance', 'attempt', 'success', 'use'], phase)`;

export interface CampaignPhaseRow {
  readonly campaign: string;
  readonly name: 'reconnaissance' | 'attempt' | 'success' | 'use';
  /** Milliseconds since the epoch. */
  readonly first: number;
  readonly requests: number;
  readonly visitors: number;
}
