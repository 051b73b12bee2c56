/** How far the pipeline has come: one row, `PipelineProgress`. Cheap enough to be asked every second. No parameters. */
export const pipelineProgress = `
  WITH extent AS (
    SELECT min(event_time) AS earliest, max(event_time) AS latest, max(kafka_append_time) AS appended
    FROM access_events
    WHERE reject_reason = '' AND event_time_suspect = 0
  )
  SELECT
    (SELECT count() FROM access_events) AS stored,
    (SELECT toUnixTimestamp64Milli(earliest) FROM extent) AS earliest,
    (SELECT toUnixTimestamp64Milli(latest) FROM extent) AS latest,
    (SELECT uniqExact(key_type, key) FROM visitor_judgements) AS visitors,
    (SELECT toUnixTimestamp64Milli(max(as_of)) FROM analysis_cycles) AS judgedUntil,
    (SELECT max(appended_until) >= (SELECT appended FROM extent) FROM analysis_cycles) AS allSeen,
    (SELECT max(sequence) FROM verdicts) AS verdicts,
    (SELECT max(published_until) FROM outbox_progress) AS published`;

/** Times in milliseconds since the epoch; 0 when there is none. */
export interface PipelineProgress {
  /** Lines, rejected ones too. */
  readonly stored: number;
  /** Oldest and newest event time. */
  readonly earliest: number;
  readonly latest: number;
  /** Visitor keys judged at least once. */
  readonly visitors: number;
  /** As-of of the newest finished cycle. */
  readonly judgedUntil: number;
  /** 1 when a cycle began after the last event was stored. */
  readonly allSeen: number;
  /** Changes of verdicts in the outbox, and how many of them are known to be published. */
  readonly verdicts: number;
  readonly published: number;
}
