/** Everything enrichment looks into, by the name it has in metrics, files and on the command line. */
export type DataSetName =
  | 'asn-ipv4'
  | 'asn-ipv6'
  | 'country-ipv4'
  | 'country-ipv6'
  | 'crawler-ranges'
  | 'crawler-catalogue';

/** One data set in force. */
export interface DataSet {
  readonly name: DataSetName;
  /** What it says is as of this day or instant, ISO 8601; of a set of lists, the oldest published. */
  readonly date: string;
  /** Where it comes from: for packaged data where it was taken from, else the file's path. */
  readonly source: string;
  /** Its SPDX licence; `''` for the operator's own files. */
  readonly licence: string;
  /** Ranges, prefixes or patterns. */
  readonly entries: number;
  readonly origin: 'packaged' | 'file';
}

/** A file of the operator's that is not used; the packaged data of its kind stay in force. */
export interface RefusedFile {
  /** The data set it was meant for; null where its name tells none. */
  readonly name: DataSetName | null;
  readonly path: string;
  /** Why, with the line or field where there is one. */
  readonly problem: string;
}
