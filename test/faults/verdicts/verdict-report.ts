/** What came of one fault; with `--json` printed as it is. */
export interface VerdictReport {
  readonly group: 'guards' | 'outbox' | 'simulations';
  readonly fault: string;
  readonly ok: boolean;
  /** Figures by what they are, in the order of the table. */
  readonly figures: Readonly<Record<string, string | number>>;
  readonly seconds: number;
  /** What did not hold, and whatever broke. */
  readonly failures: readonly string[];
}
