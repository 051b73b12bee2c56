import { type JsonRecord } from '#libs/traffic';
import { type EnvelopeFailure } from './envelope-failure.js';

/** A line, or a part of one, as a container runtime writes it. */
export class RuntimeLine {
  constructor(
    /** Parts of one line come in order within a stream (`stdout`, `stderr`). */
    readonly stream: string,
    readonly text: string,
    /** Whether the rest of the line comes later. */
    readonly isPart: boolean,
    /** The part with all that the runtime wrote around it. */
    readonly raw: string,
  ) {}
}

/** An object that is an item as it is, whatever envelope it looks like. */
export class ReadyRecord {
  constructor(readonly record: JsonRecord) {}
}

/** A parsed JSON value that may be an envelope, a batch or an item. */
export class JsonPiece {
  constructor(readonly value: unknown) {}
}

/** Text that is one item, even where it has line feeds. */
export class OneText {
  constructor(readonly text: string) {}
}

/** What an envelope holds: bytes, text of one or several lines, a value, or what needs no opening. */
export type Piece =
  Uint8Array | string | OneText | JsonPiece | ReadyRecord | RuntimeLine | EnvelopeFailure;
