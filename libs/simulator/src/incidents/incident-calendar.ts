import { type Span } from '../chance/arrivals.js';
import { SITE_HOSTS } from '../sites/site-hosts.js';
import { flashSaleCrowd } from './flash-sale.js';
import { floodPressure } from './flood-pressure.js';
import { type Incident } from './incident.js';

const MINUTE = 60_000;

/** What the servers are going through at an instant. */
export interface Conditions {
  readonly loginDown: boolean;
  /** A release has been rolled out whose asset URLs are not there. */
  readonly assetsBroken: boolean;
  /** 0 before the release, 1 after: the asset URLs change with it. */
  readonly release: 0 | 1;
  /** Load from floods, 0 to 1. */
  readonly pressure: number;
}

/**
 * When what happens: fixed shares of the simulated time (with midnight as start and 24 hours: login outage at ten, broken release at two
 * in the afternoon, flash sale after seven in the evening), each at most a fifteenth of it.
 */
export class IncidentCalendar {
  readonly flashSale: Span;
  readonly loginOutage: Span;
  readonly brokenRelease: Span;
  /** Spans of the application-layer floods, from one address and from many. */
  readonly floods: { readonly single: Span; readonly distributed: Span };

  constructor(private readonly whole: Span) {
    this.flashSale = this.span(0.802, 40);
    this.loginOutage = this.span(0.42, 20);
    this.brokenRelease = this.span(0.58, 40);
    this.floods = { single: this.span(0.27, 15), distributed: this.span(0.685, 20) };
  }

  conditionsAt(time: number): Conditions {
    const within = (span: Span): boolean => time >= span.start && time < span.end;
    return {
      loginDown: within(this.loginOutage),
      assetsBroken: within(this.brokenRelease),
      release: time >= this.brokenRelease.start ? 1 : 0,
      pressure: floodPressure([this.floods.single, this.floods.distributed], time),
    };
  }

  saleCrowdAt(time: number): number {
    return flashSaleCrowd(this.flashSale, time);
  }

  incidents(): Incident[] {
    const { shop, news } = SITE_HOSTS;
    const describe = (
      kind: Incident['kind'],
      host: string,
      span: Span,
      description: string,
    ): Incident => ({ kind, host, start: span.start, end: span.end, description });
    return [
      describe('flash_sale', shop, this.flashSale, 'Eight times as many shoppers as usual.'),
      describe('login_outage', shop, this.loginOutage, 'Every login answers 503; people retry.'),
      describe('broken_release', shop, this.brokenRelease, 'New asset URLs answer 404 to all.'),
      describe(
        'monitoring_system',
        shop,
        this.whole,
        'Health checks with an old Chrome user agent.',
      ),
      describe('corporate_proxy', news, this.whole, 'Whole offices behind one address each.'),
    ].sort((a, b) => a.start - b.start);
  }

  private span(share: number, minutes: number): Span {
    const total = this.whole.end - this.whole.start;
    const start = Math.floor(this.whole.start + total * share);
    return { start, end: start + Math.floor(Math.min(minutes * MINUTE, total / 15)) };
  }
}
