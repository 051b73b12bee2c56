/**
 * The visitors thought worst of that something is done about, at most two of a kind (class, nature, campaign). Rows are a subset of the columns of the view
 * `visitors`. Parameters: `limit`.
 */
export const strongestVerdicts = `
  SELECT key_type, key, address, user_agent, site, nature, verification, stance, class, score, confidence, action, campaign,
    requests, evidence
  FROM visitors
  WHERE stance = 'malicious' AND action IN ('block', 'challenge', 'throttle')
  ORDER BY score DESC, confidence DESC, requests DESC, key
  LIMIT 2 BY class, nature, campaign
  LIMIT {limit: UInt32}`;

export interface StrongestVerdict {
  readonly key_type: string;
  readonly key: string;
  readonly address: string;
  readonly user_agent: string;
  readonly site: string;
  readonly nature: string;
  readonly verification: string;
  readonly stance: string;
  readonly class: string;
  readonly score: number;
  readonly confidence: number;
  readonly action: string;
  readonly campaign: string;
  readonly requests: number;
  /** JSON array, weightiest first. */
  readonly evidence: string;
}
