import { type Action } from '#libs/intent';
import { type AddressBlock } from './address-block.js';

/** What a WAF that knows only addresses may enforce for one verdict, or for several that were merged. */
export interface AddressEntry {
  readonly block: AddressBlock;
  readonly action: Action;
  /** The highest risk score of its verdicts, 0 to 100. */
  readonly score: number;
  /** Requests that its verdicts were judged by, together. */
  readonly requests: number;
  /** When the first of its verdicts ends, milliseconds since the epoch; null for never. */
  readonly expiresAt: number | null;
  /** The OWASP automated threat of the weightiest verdict, such as `OAT-008`; empty where it names none. */
  readonly threat: string;
}
