/** A verdict change waiting in the outbox. */
export interface OutboxRow {
  readonly sequence: number;
  readonly verdictId: string;
  readonly change: string;
  readonly revision: number;
  readonly messageKey: string;
  readonly message: string;
  readonly issuedAt: string;
}
