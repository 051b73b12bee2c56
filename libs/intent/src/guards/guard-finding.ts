/** Why verdicts are not published. */
export interface GuardFinding {
  readonly reason: HoldReason;
  /** For an engineer on call. */
  readonly text: string;
}

/** What can be wrong: with what a cycle saw, or with how much it wants to publish. */
export type HoldReason =
  | 'duplicated_rows'
  | 'empty_result'
  | 'clock'
  | 'catalogue'
  | 'schema'
  | 'permissions'
  | 'store_away'
  | 'growth'
  | 'churn'
  | 'total'
  | 'people_per_cycle'
  | 'people_per_day'
  | 'stopped';
