import { type Action } from '#libs/intent';

/** What a list is to hold. */
export interface ListQuery {
  readonly actions: readonly Action[];
  /** OWASP automated threats, one of them at least; all without. */
  readonly threats: readonly string[];
  /** Least probability of what the intent says, 0 to 1. */
  readonly confidence: number;
  /** Hosts behind the enforcement point; verdicts on all hosts are always for it. */
  readonly sites: readonly string[];
  readonly family: 4 | 6 | null;
  /** 64 gives every IPv6 address as the /64 around it, which others may share. */
  readonly ipv6Prefix: 64 | 128;
}
