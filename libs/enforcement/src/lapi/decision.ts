/** A decision as CrowdSec's local API answers it and bouncers read it. */
export interface Decision {
  readonly id: number;
  /** The verdict's id. */
  readonly uuid: string;
  readonly origin: string;
  readonly type: DecisionType;
  readonly scope: 'Ip' | 'Range';
  /** An address, or a block in CIDR notation. */
  readonly value: string;
  /** A Go duration from now on; negative for what is over. */
  readonly duration: string;
  readonly scenario: string;
  readonly simulated?: true;
}

export type DecisionType = 'ban' | 'captcha' | 'throttle';

/** Where all our decisions come from, as bouncers filter it. */
export const ORIGIN = 'wherefore';
