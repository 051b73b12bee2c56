/**
 * What earlier lines of the same message, or of the same file, said about the lines that follow: a W3C
 * `#Fields:` directive. A parser given the same line and context always answers the same.
 */
export interface LineContext {
  /** The field names in force; empty where no directive has come by. */
  fields: readonly string[];
  /** Who wrote the log, by its `#Software:` directive. */
  software?: string;
  /** The day of the entries, `2026-11-22`, by the last `#Date:` directive; for logs that name it nowhere else. */
  date?: string;
}
