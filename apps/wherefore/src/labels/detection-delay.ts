import { type ComparedVisitor } from './compared-visitor.js';

/** How long condemned visitors went on before they were. Null where nobody was condemned. */
export interface DetectionDelay {
  /** Condemned visitors whose moment is known. */
  readonly visitors: number;
  /** Event time from the first request to the end of the step that condemned: median and 90th percentile, in seconds. */
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  /** Requests until then. */
  readonly medianRequests: number | null;
  readonly p90Requests: number | null;
}

export function detectionDelay(visitors: readonly ComparedVisitor[]): DetectionDelay {
  const detections = visitors.flatMap(({ detection }) => detection ?? []);
  const seconds = detections.map((one) => one.seconds).sort(ascending);
  const requests = detections.map((one) => one.requests).sort(ascending);
  return {
    visitors: detections.length,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
    medianRequests: quantile(requests, 0.5),
    p90Requests: quantile(requests, 0.9),
  };
}

const ascending = (one: number, other: number): number => one - other;

/** Nearest rank: a value that was there. */
const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
