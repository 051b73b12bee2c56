import { type Action } from '#libs/intent';
import { type AddressEntry } from '../capacity/address-entry.js';

/** How one kind of consumer reads a list: a line an entry, made of addresses and words of ours alone. */
export interface ListFormat {
  /** In the path: `/lists/<name>`. */
  readonly name: string;
  /** What is listed unless asked otherwise: where a list says no action, only what is to be blocked. */
  readonly actions: readonly Action[];
  /** The entries as this format can say them; most say them as they are. */
  readonly shape?: (entries: readonly AddressEntry[]) => readonly AddressEntry[];
  /** @param category of F5's IP intelligence */
  readonly line: (entry: AddressEntry, category: string) => string;
}
