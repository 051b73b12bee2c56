/** One request as a log line tells it, as far as the references and the masking need it. */
export interface LoggedRequest {
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** '' where the request line is no HTTP. */
  readonly method: string;
  /** Path and query as sent; the whole request line where it is no HTTP. */
  readonly target: string;
  /** `HTTP/1.1`, or ''. */
  readonly protocol: string;
  readonly status: number;
  readonly host: string;
  /** '' where the log writes `-`. */
  readonly referer: string;
  readonly userAgent: string;
}
