/**
 * Client addresses by what the worst judgement of anybody behind them says. Addresses that were seen and not judged count as
 * unknown. Rows are `VisitorTally`. No parameters.
 */
export const visitorTally = `
  SELECT nature, stance, class, count() AS visitors, sum(requests) AS requests, countIf(action = 'block') AS blocked
  FROM (
    SELECT
      seen.requests AS requests,
      if(worst.address = '', 'unknown', worst.nature) AS nature,
      if(worst.address = '', 'unknown', worst.stance) AS stance,
      worst.class AS class,
      worst.action AS action
    FROM (SELECT client, count() AS requests FROM events GROUP BY client) AS seen
    LEFT JOIN (
      SELECT address, nature, stance, class, action
      FROM visitors
      ORDER BY stance = 'malicious' DESC, if(stance = 'malicious', score, 0) DESC, key_type = 'address' DESC, key
      LIMIT 1 BY address
    ) AS worst ON worst.address = seen.client
  )
  GROUP BY nature, stance, class
  ORDER BY visitors DESC, nature, stance, class`;

export interface VisitorTally {
  readonly nature: string;
  readonly stance: string;
  /** Threat class, or '' */
  readonly class: string;
  readonly visitors: number;
  readonly requests: number;
  readonly blocked: number;
}
