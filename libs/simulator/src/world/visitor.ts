import { type Evasion } from './evasion.js';

/** What a visitor truly is. `neutral_bot` is a declared machine that an enterprise may like or not. */
export type VisitorNature = 'human' | 'good_bot' | 'bad_bot' | 'neutral_bot';

/** The ground truth about who sent a request. Never written to a log. */
export interface Visitor {
  readonly address: string;
  /** Others use this address too: the visitor is then told apart by address and user agent. */
  readonly shared: boolean;
  readonly label: VisitorNature;
  /** What it is there for: browser, mobile_app, verified_google, monitor, OAT-008, ...; several in one, joined by `;`. */
  readonly class: string;
  /** How an attacker hides; '' for everybody else. */
  readonly evasion: Evasion | '';
  /** Identifier of the campaign it takes part in, or ''. */
  readonly campaign: string;
  /** The kind of actor that made it, for example `night_owl`. */
  readonly kind: string;
}

/** The key labels are written under: the client address, or `address|user agent` where several share an address. */
export function visitorKey(visitor: Visitor, userAgent: string): string {
  return visitor.shared ? `${visitor.address}|${userAgent || '-'}` : visitor.address;
}
