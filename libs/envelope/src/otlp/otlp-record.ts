import { type JsonRecord } from '#libs/traffic';

/**
 * One OTLP log record with what its resource and scope say, read from JSON or protobuf alike. Attributes
 * are plain objects by name (`http.request.method`), their values plain JSON; times are decimal text of
 * nanoseconds since the epoch, `''` where unset.
 */
export interface OtlpRecord extends JsonRecord {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityText: string;
  readonly eventName: string;
  /** Hexadecimal, as OTLP writes it in JSON. */
  readonly traceId: string;
  readonly attributes: JsonRecord;
  readonly body: unknown;
  readonly scope: JsonRecord;
  readonly resource: JsonRecord;
}
