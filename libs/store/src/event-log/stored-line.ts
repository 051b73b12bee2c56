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

/** What reference data say of an event's address and user agent. Absent text is `''`, an unknown network 0. */
export interface StoredEnrichment {
  readonly network: { readonly asn: number; readonly country: string };
  readonly agent: {
    readonly family: string;
    readonly class: string;
    /** The crawler the user agent declares. */
    readonly crawler: { readonly name: string } | null;
  };
  /** Whether the address bears that out; null where no crawler is declared. */
  readonly crawler: { readonly verification: string; readonly impostor: boolean } | null;
}

interface StoredEvent {
  readonly kind: 'event';
  readonly format: string;
  readonly event: AccessEvent;
  readonly enrichment?: StoredEnrichment;
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
