import { type JsonFieldMap } from './json-field-map.js';
import { type LogFormatName } from './log-format-name.js';
import { type SourceIdentity } from './identity/source-identity.js';

/** One configured stream of access logs. Whatever is absent is taken from the lines or left unknown. */
export interface Source {
  readonly name: string;
  /** `auto` recognises the format line by line. */
  readonly format: LogFormatName | 'auto';
  /** Where a JSON log keeps what; unnamed fields fall back to the usual names (not for format `json`). */
  readonly fieldMap?: JsonFieldMap;
  /** The site these logs are of, where the lines do not say it. */
  readonly defaultHost?: string;
  /** Field names in order, for layouts that name them in a header only (W3C, CloudFront real-time). */
  readonly fields?: readonly string[];
  /** Names of fields that follow the user agent in a common-log-format line, in order, e.g. `duration_us`. */
  readonly trailingFields?: readonly string[];
  /** Names of the headers HAProxy captures, in the order of its configuration. */
  readonly capturedHeaders?: {
    readonly request?: readonly string[];
    readonly response?: readonly string[];
  };
  /** Zone of times that are logged without one (HAProxy), minutes east of UTC; 0 if left out. */
  readonly utcOffsetMinutes?: number;
  /** Added to every logged time, milliseconds: the correction of a clock known to be wrong. */
  readonly clockCorrectionMs?: number;
  /** Share of requests that are logged at all, 0 to 1; 1 if left out. */
  readonly sampleRate?: number;
  /** Lower-case names of request headers to keep as they are, where the log has them. */
  readonly keptHeaders?: readonly string[];
  /** How the visitor is found: trusted proxies, session, account, API client. */
  readonly identity?: SourceIdentity;
}
