/** One log whose visitors are labelled: judged as one estate of its own. */
export interface LabelledSet {
  readonly name: string;
  /** Sets of one origin (a site, a simulator) share it; the name, unless given. */
  readonly family: string;
  /** Path of the labels, see `parseLabels`. */
  readonly labels: string;
  /** Paths of the logs. */
  readonly files: readonly string[];
  readonly format: string;
  readonly fieldMap?: string | undefined;
}
