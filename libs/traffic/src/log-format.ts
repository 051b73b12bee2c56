import { type LogFormatName } from './log-format-name.js';
import { type RawRequest } from './raw-request.js';
import { type RejectReason } from './reject-reason.js';
import { type Source } from './source.js';

/** Reads one line, or says why it cannot. Never throws; linear in the length of the line. */
type LineReader = (line: string) => RawRequest | RejectReason;

/** One layout in which servers write their access logs. */
export interface LogFormat {
  readonly name: LogFormatName;
  /** A reader for one source, whose settings (field map) are looked at once. */
  readonly createReader: (source: Source) => LineReader;
}
