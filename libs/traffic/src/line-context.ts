/**
 * What earlier lines of the same message, or of the same file, said about the lines that follow: a W3C
 * `#Fields:` directive. A parser given the same line and context always answers the same.
 */
export interface LineContext {
  /** The field names in force; empty where no directive has come by. */
  fields: readonly string[];
}
