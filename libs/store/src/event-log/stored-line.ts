import { type AccessEvent } from '#libs/traffic';

/** Where in the log a line stands: its identity, and when the broker took it (milliseconds since the epoch, UTC). */
export interface LogPosition {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Place of the line within its message, from 0. */
  readonly index: number;
  readonly appendTime: number;
}

interface StoredEvent {
  readonly kind: 'event';
  readonly format: string;
  readonly event: AccessEvent;
}

interface StoredReject {
  readonly kind: 'reject';
  readonly reason: string;
  /** The line, redacted; stored up to 64 KiB. */
  readonly raw: string;
}

/** One row of `access_events`: an event, or a dead letter in its place. */
export type StoredLine = { readonly position: LogPosition; readonly source: string } & (
  StoredEvent | StoredReject
);
