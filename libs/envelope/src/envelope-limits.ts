/** What one message may cost, whatever it holds. */
export interface EnvelopeLimits {
  /** Bytes that may come out of all compressed parts of a message together. */
  readonly outputBytes: number;
  /** Items taken from a message; what follows them counts as one item more. */
  readonly items: number;
  /** Envelopes inside each other; what lies deeper is taken as it is. */
  readonly depth: number;
}

/**
 * 128 MiB is what the codecs of a record batch may put out as well; a message is stored as a whole, so the
 * number of items bounds the memory it takes: 128 MiB of line feeds come in 130 KiB of gzip. Six envelopes
 * in each other is the most that known roads pile up (Firehose, base64, gzip, CloudWatch, Docker, syslog).
 */
export const DEFAULT_ENVELOPE_LIMITS: EnvelopeLimits = {
  outputBytes: 128 * 1024 * 1024,
  items: 200_000,
  depth: 8,
};
