import { type Evasion } from './evasion.js';

/** Visitors that act as one, and when: the ground truth of an attack. */
export interface Campaign {
  readonly id: string;
  /** OWASP automated threat, for example OAT-008. */
  readonly class: string;
  readonly evasion: Evasion;
  readonly kind: string;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Machines that take part; one that changes its user agent behind a shared address has several labels. */
  readonly visitors: number;
  /** TPP client id the campaign hides behind, or ''. */
  readonly apiClient: string;
}
