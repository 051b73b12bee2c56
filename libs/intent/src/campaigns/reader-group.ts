/** Readers of one site with the same user agent, in one window: a row of `reader-groups`. */
export interface ReaderGroup {
  /** Site and user agent; the same text as `VisitorFeatures.readerCell`. */
  readonly cell: string;
  readonly site: string;
  readonly userAgent: string;
  /** Addresses that read items without ever loading an asset or following a link. */
  readonly bare: number;
  /** Addresses that loaded assets. */
  readonly dressed: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
