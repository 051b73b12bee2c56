export type TargetErrorCode =
  | 'NO_SECRET'
  | 'DENIED'
  | 'NOT_FOUND'
  | 'NOT_OURS'
  | 'CONFLICT'
  | 'BUSY'
  | 'RATE_LIMITED'
  | 'BUDGET_SPENT'
  | 'REFUSED'
  | 'UNREACHABLE'
  | 'BAD_ANSWER';

/** What an enforcement point did to us; the message says what to do. Never holds a secret. */
export class TargetError extends Error {
  override readonly name = 'TargetError';

  constructor(
    readonly code: TargetErrorCode,
    message: string,
    /** How long it asked to be left alone, milliseconds. */
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}
