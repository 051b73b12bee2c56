/** How far the pipeline has come: one row, `PipelineProgress`. Cheap enough to be asked every second. No parameters. */
export const pipelineProgress = `
  SELECT
    (SELECT count() FROM access_events) AS stored,
    (SELECT toUnixTimestamp64Milli(max(event_time)) FROM access_events WHERE event_time_suspect = 0) AS latest,
    (SELECT uniqExact(key_type, key) FROM visitor_judgements) AS visitors,
    (SELECT toUnixTimestamp64Milli(max(as_of)) FROM analysis_cycles) AS judgedUntil,
    (SELECT max(sequence) FROM verdicts) AS verdicts`;

export interface PipelineProgress {
  /** Lines, rejected ones too. */
  readonly stored: number;
  /** Newest event time, milliseconds since the epoch. */
  readonly latest: number;
  /** Visitor keys judged at least once. */
  readonly visitors: number;
  /** As-of of the newest finished cycle, milliseconds since the epoch; 0 when there is none. */
  readonly judgedUntil: number;
  /** Changes of verdicts in the outbox. */
  readonly verdicts: number;
}
