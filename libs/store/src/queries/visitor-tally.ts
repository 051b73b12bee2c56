import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

/**
 * Client addresses by what the worst judgement of anybody behind them says, or of their prefix where that is malicious. Addresses that were seen and not judged count as
 * unknown. Rows are `VisitorTally`. No parameters.
 */
export const visitorTally = `
  SELECT nature, stance, class, count() AS visitors, sum(requests) AS requests, countIf(action = 'block') AS blocked
  FROM (
    SELECT
      seen.requests AS requests,
      around.key != '' AND worst.stance != 'malicious' AS covered,
      multiIf(covered, around.nature, worst.address = '', 'unknown', worst.nature) AS nature,
      multiIf(covered, around.stance, worst.address = '', 'unknown', worst.stance) AS stance,
      if(covered, around.class, worst.class) AS class,
      if(covered, around.action, worst.action) AS action
    FROM (
      SELECT client, ${prefixText(prefixOf('any(client_address)'))} AS prefix, count() AS requests FROM events GROUP BY client
    ) AS seen
    LEFT JOIN (
      SELECT address, nature, stance, class, action
      FROM visitors
      WHERE key_type != 'prefix'
      ORDER BY stance = 'malicious' DESC, if(stance = 'malicious', score, 0) DESC, key_type = 'address' DESC, key
      LIMIT 1 BY address
    ) AS worst ON worst.address = seen.client
    LEFT JOIN (SELECT * FROM visitors WHERE key_type = 'prefix' AND stance = 'malicious') AS around ON around.key = seen.prefix
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
