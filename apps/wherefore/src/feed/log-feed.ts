/** Where log lines for a topic come from. */
export interface LogFeed {
  /** The lines in order, in pieces. */
  chunks(): AsyncIterable<string[]> | Iterable<string[]>;
  /** Share (0 to 1) of the log that `chunks` has given so far. */
  share(): number;
}
