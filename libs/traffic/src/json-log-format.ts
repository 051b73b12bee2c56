import { type JsonRecord } from './json-record.js';
import { type LogFormatName } from './log-format-name.js';
import { type RawRequest } from './raw-request.js';
import { type RejectReason } from './reject-reason.js';
import { type NamedFormat } from './scan/named-format.js';
import { type Source } from './source.js';

/** Reads one object, or says why it cannot. Never throws, whatever types the fields have. */
export type RecordReader = (record: JsonRecord) => RawRequest | RejectReason;

/** One layout in which servers write their access logs as JSON objects. */
export interface JsonLogFormat {
  readonly name: LogFormatName;
  /** Whether an object looks like this format; asked in the order of `jsonLogFormats`. */
  readonly recognises: (record: JsonRecord) => boolean;
  /** A reader for one source, whose settings (field map) are looked at once. */
  readonly createReader: (source: Source) => RecordReader;
  /** How names tell the fields, where that is all there is to reading its objects. */
  readonly mapped?: (source: Source) => NamedFormat;
}
