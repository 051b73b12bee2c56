/**
 * Changes of verdicts, with their messages, in order: one by its id, or all of them where that is empty. Rows are
 * `ExplainedRow`. Parameters: `verdict` (an id, or '').
 */
export const explainVerdicts = `
  SELECT verdict_id AS verdictId, sequence, change, message
  FROM verdicts
  WHERE {verdict: String} = '' OR verdict_id = {verdict: String}
  ORDER BY sequence`;

export interface ExplainedRow {
  readonly verdictId: string;
  readonly sequence: number;
  readonly change: string;
  /** The JSON value as it was published. */
  readonly message: string;
}
