/** One list of addresses an operator's crawlers come from, as data/crawler-ranges.json holds it. */
export interface RangeList {
  readonly operator: string;
  /** Which of the operator's crawlers, or which of its networks. */
  readonly name: string;
  /** Where the operator publishes the list or describes how to recognise its crawlers. */
  readonly source: string;
  /** Day the list was read from its source (ISO 8601); null where it is a standing fact. */
  readonly date: string | null;
  readonly basis: RangeBasis;
  /** The operator says that these crawlers come from nowhere else. */
  readonly complete: boolean;
  /** Crawler names the list is about; empty for every crawler of the operator. */
  readonly covers: readonly string[];
  readonly prefixes: readonly string[];
}

/**
 * `published`: the operator's own list. `network`: address space the operator holds itself, for those
 * that publish no list. `earlier`: was used before the present list; proves nothing now, but is no
 * reason either to call an old log's visitor an impostor.
 */
export type RangeBasis = 'published' | 'network' | 'earlier';
