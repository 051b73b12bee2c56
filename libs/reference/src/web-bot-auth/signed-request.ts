/** What a log tells of a request that carries an HTTP message signature (RFC 9421). */
export interface SignedRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** `http` or `https`; `''` where the log does not say. */
  readonly scheme: string;
  /** The Host header, lower case. */
  readonly authority: string;
  readonly path: string;
  /** Without the leading `?`. */
  readonly query: string;
  /** Logged request headers, names in lower case; at least `signature` and `signature-input`. */
  readonly headers: Readonly<Record<string, string>>;
}
