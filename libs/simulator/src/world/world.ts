import { AddressPlan } from '../addresses/address-plan.js';
import { Random } from '../chance/random.js';
import { type Span } from '../chance/arrivals.js';
import { type Evasion } from './evasion.js';
import { IncidentCalendar } from '../incidents/incident-calendar.js';

const HOUR = 3_600_000;

/** How large and how long the estate is simulated, and from which seed. */
export interface EstateOptions {
  readonly seed: number;
  /** First instant, epoch milliseconds (UTC). */
  readonly start: number;
  /** Length of the simulated time; at least 1. In much less than a day attackers outweigh people, for every campaign takes place. */
  readonly hours: number;
  /** 1 is the default size: about 370,000 requests a day. */
  readonly scale: number;
  /** OWASP automated threats to simulate (`OAT-008`, ...); all of them, at their usual levels, when neither this nor `evasion` is given. */
  readonly classes?: readonly string[] | undefined;
  /** Levels of evasion to simulate. */
  readonly evasion?: readonly Evasion[] | undefined;
}

/** What all actors of one run share. */
export class World implements Span {
  readonly start: number;
  readonly end: number;
  readonly scale: number;
  readonly addresses: AddressPlan;
  readonly calendar: IncidentCalendar;
  /** Which attackers there are. */
  readonly attacks: Pick<EstateOptions, 'classes' | 'evasion'>;
  private readonly seed: number;

  constructor(options: EstateOptions) {
    this.seed = options.seed;
    this.start = options.start;
    this.end = options.start + Math.round(options.hours * HOUR);
    this.scale = options.scale;
    this.attacks = options;
    this.addresses = new AddressPlan(options.seed);
    this.calendar = new IncidentCalendar(this);
  }

  get days(): number {
    return (this.end - this.start) / (24 * HOUR);
  }

  /** A stream of chance of one actor. */
  random(name: string, index = 0): Random {
    return new Random(this.seed, name, index);
  }

  /** A number of actors at this scale, but no fewer than `least`. */
  count(atScaleOne: number, least: number): number {
    return Math.max(least, Math.round(atScaleOne * this.scale));
  }

  /**
   * How much one attacker does: less in a small estate and in less than a day, so that people stay in proportion; in a
   * large estate there are more attackers instead.
   */
  effort(atScaleOne: number, least: number): number {
    const share = Math.min(1, this.scale) * Math.min(1, this.days);
    return Math.max(least, Math.round(atScaleOne * share));
  }

  /** The instant at a share (0 to 1) of the simulated time. */
  moment(share: number): number {
    return Math.floor(this.start + (this.end - this.start) * share);
  }
}
