/** How many verdicts are in force, by action. Rows: `action`, `verdicts`. No parameters. */
export const verdictsInForce = `
  SELECT action, toFloat64(count()) AS verdicts
  FROM verdict_current
  GROUP BY action`;
