import { type LineContext } from './line-context.js';
import { type LogFormatName } from './log-format-name.js';
import { type RawRequest } from './raw-request.js';
import { type RejectReason } from './reject-reason.js';
import { type Source } from './source.js';

/** Reads one line, or says why it cannot. Never throws; linear in the length of the line. */
export type LineReader = (line: string, context: LineContext) => RawRequest | RejectReason;

/** One layout in which servers write their access logs as lines of text. */
export interface LogFormat {
  readonly name: LogFormatName;
  /**
   * Whether a line looks like this format, for sources that do not say theirs; asked in the order of
   * `logFormats`, so it must be cheap and must not claim another format's lines. The context tells of a
   * header that came by.
   */
  readonly recognises: (line: string, context: LineContext) => boolean;
  /** A reader for one source, whose settings (field map) are looked at once. */
  readonly createReader: (source: Source) => LineReader;
}
