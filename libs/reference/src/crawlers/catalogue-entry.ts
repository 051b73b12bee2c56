/** An entry as crawler-user-agents has it; its own types leave the tags out. */
export interface CatalogueEntry {
  readonly pattern: string;
  readonly url?: string;
  readonly tags?: readonly string[];
}
