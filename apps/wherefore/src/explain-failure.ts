/** What went wrong, for a person; with `debug` also where, and what caused it. */
export function explainFailure(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (debug) return stackOf(error);
  const known = 'code' in error && 'retriable' in error;
  return known ? error.message : `${error.message} (LOG_LEVEL=debug shows where)`;
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
