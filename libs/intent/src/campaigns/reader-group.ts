/**
 * Readers of one site with the same user agent, in one window: a row of `reader-groups`. User agents without bare readers
 * come as one row, without a name, for as many as have the same number of dressed ones.
 */
export interface ReaderGroup {
  /** Site and user agent; the same text as `VisitorFeatures.readerCell`. */
  readonly cell: string;
  readonly site: string;
  readonly userAgent: string;
  /** How many user agents the row stands for. */
  readonly userAgents: number;
  /** Addresses that read items without ever loading an asset or following a link. */
  readonly bare: number;
  /** Addresses that loaded assets. */
  readonly dressed: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
