import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { type LogStream } from '../log/log-stream.js';

/** What a client asks for. */
export interface Hit {
  readonly method: string;
  readonly target: string;
  /** The client holds a copy and asks whether it changed. */
  readonly conditional?: boolean;
  /** Whether what was submitted is right: the password, the card, the voucher, the consent. */
  readonly accepted?: boolean;
  /** The client is signed in (cookie or token). */
  readonly signedIn?: boolean;
}

/** What the server does with it. */
export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** One host of the estate and how it answers, the unknown and the hostile included. */
export interface Site {
  readonly host: string;
  readonly stream: LogStream;
  answer(hit: Hit, conditions: Conditions, random: Random): Answer;
}
