/** A labelled log, or several that are judged together as one estate. */
export interface DataSet {
  readonly name: string;
  /** What it teaches, in a few words, for the page. */
  readonly about: string;
  /** Recorded: somebody's real or laboratory log. Simulated: ours, from a seed. */
  readonly origin: 'recorded' | 'simulated';
  /** Absolute paths. */
  readonly logs: readonly string[];
  /** Absolute path of a CSV; undefined where everybody in the log is a person. */
  readonly labels: string | undefined;
  /**
   * What its bad bots are to be told for. `malicious`: for a malicious intent. `bot`: for being no people; nothing in their label
   * says that they mean harm.
   */
  readonly question: 'malicious' | 'bot';
  /** Its visitors are not counted again in another set: it goes into the figures of all sets together. */
  readonly isPooled: boolean;
  /** Also judged by weights fitted to four fifths of its visitors at a time. */
  readonly isFitted: boolean;
  /** How the product is told to read it, beyond guessing. */
  readonly arguments: readonly string[];
  /** Small enough for `--quick`. */
  readonly isQuick: boolean;
}
