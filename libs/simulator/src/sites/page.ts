/** A page as a browser meets it: the document and what the document asks for. */
export interface Page {
  readonly target: string;
  /** Targets on the same host, in the order of the document. */
  readonly assets: readonly string[];
}
