export interface KeptAlive {
  stop(): void;
  /** Hands a failed heartbeat to kafkajs, which joins the group again. */
  throwFailure(): void;
}

const PARTITION_LOST = new Set([
  'REBALANCE_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
]);

/** Heartbeats while a batch is being stored; kafkajs sends none of its own meanwhile (kafkajs #1720). */
export function keepAlive(
  heartbeat: () => Promise<void>,
  everyMs: number,
  onLost: () => void,
): KeptAlive {
  let failure: Error | undefined;
  const timer = setInterval(() => {
    heartbeat().catch((error: unknown) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
      if (PARTITION_LOST.has((error as { type?: string }).type ?? '')) onLost();
    });
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
    },
    throwFailure: () => {
      if (failure !== undefined) throw failure;
    },
  };
}
