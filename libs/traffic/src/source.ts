import { type JsonFieldMap } from './json-field-map.js';
import { type LogFormatName } from './log-format-name.js';

/** One configured stream of access logs. */
export interface Source {
  readonly name: string;
  /** `auto` recognises the format line by line. */
  readonly format: LogFormatName | 'auto';
  /** Where a JSON log keeps what; unnamed fields fall back to the usual names. */
  readonly fieldMap?: JsonFieldMap;
  /** The site these logs are of, where the lines do not say it. */
  readonly defaultHost?: string;
}
