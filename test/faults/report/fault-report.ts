import { type RecoveryTimes } from '../oracle/recoveries.js';

/** One line of the result; with `--json` printed as it is. */
export interface FaultReport {
  /** As in the fault table: F1. */
  readonly fault: string;
  readonly name: string;
  /** True when nothing was lost or doubled, no partition stands still, and what else the fault asks for held. */
  readonly ok: boolean;
  readonly injected: number;
  /** Rows. */
  readonly expected: number;
  readonly found: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly gaps: number;
  /** Partitions whose stored log does not reach the broker's end. */
  readonly stuck: number;
  /** Insert tokens logged without their rows and healed by another attempt. */
  readonly burnedTokens: number;
  readonly recoveryMs: RecoveryTimes | null;
  /** Greatest resident memory of a worker, MiB. */
  readonly memoryMiB: number;
  readonly seconds: number;
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}
