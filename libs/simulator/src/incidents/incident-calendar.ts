import { type Span } from '../chance/arrivals.js';
import { SITE_HOSTS } from '../sites/site-hosts.js';
import { flashSaleCrowd } from './flash-sale.js';
import { floodPressure } from './flood-pressure.js';
import { type Incident } from './incident.js';

const MINUTE = 60_000;

/** What the servers are going through at an instant. */
export interface Conditions {
  /** The instant, epoch milliseconds. */
  readonly time: number;
  readonly loginDown: boolean;
  /** A release has been rolled out whose asset URLs are not there. */
  readonly assetsBroken: boolean;
  /** 0 before the release, 1 after: the asset URLs change with it. */
  readonly release: 0 | 1;
  /** The payment provider is down: every payment is declined. */
  readonly paymentsDown: boolean;
  /** The limited goods of the day can be had: from their release until they are sold out. */
  readonly dropOpen: boolean;
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
  readonly paymentOutage: Span;
  /** One version of the shop's app cannot sign in. */
  readonly appLoginBug: Span;
  /** The bank asks its customers for new passwords. */
  readonly passwordExpiry: Span;
  /** Advertising that brings new customers to the shop's registration. */
  readonly registrationDrive: Span;
  /** From the release of a limited product at the shop until it is sold out. */
  readonly drop: Span;
  /** From the start of a ticket presale until it is sold out. */
  readonly presale: Span;
  /** A poll of the news site that everybody passes on. */
  readonly viralPoll: Span;
  /** Spans of the application-layer floods, from one address and from many. */
  readonly floods: { readonly single: Span; readonly distributed: Span };

  constructor(private readonly whole: Span) {
    this.flashSale = this.span(0.802, 40);
    this.loginOutage = this.span(0.42, 20);
    this.brokenRelease = this.span(0.58, 40);
    this.paymentOutage = this.span(0.5, 30);
    this.appLoginBug = this.span(0.63, 80);
    this.passwordExpiry = this.span(0.33, 90);
    this.registrationDrive = this.span(0.54, 45);
    this.drop = this.span(0.645, 4);
    this.presale = this.span(0.4583, 20);
    this.viralPoll = this.span(0.75, 60);
    this.floods = { single: this.span(0.27, 15), distributed: this.span(0.685, 20) };
  }

  conditionsAt(time: number): Conditions {
    const within = (span: Span): boolean => time >= span.start && time < span.end;
    return {
      time,
      loginDown: within(this.loginOutage),
      assetsBroken: within(this.brokenRelease),
      paymentsDown: within(this.paymentOutage),
      dropOpen: within(this.drop),
      release: time >= this.brokenRelease.start ? 1 : 0,
      pressure: floodPressure([this.floods.single, this.floods.distributed], time),
    };
  }

  saleCrowdAt(time: number): number {
    return flashSaleCrowd(this.flashSale, time);
  }

  incidents(): Incident[] {
    const { shop, news, tickets, bank, mobileApi } = SITE_HOSTS;
    const told: readonly (readonly [Incident['kind'], string, Span, string])[] = [
      ['flash_sale', shop, this.flashSale, 'Eight times as many shoppers as usual.'],
      ['login_outage', shop, this.loginOutage, 'Every login answers 503; people retry.'],
      ['broken_release', shop, this.brokenRelease, 'New asset URLs answer 404 to all.'],
      ['payment_outage', shop, this.paymentOutage, 'Every payment is declined; people retry.'],
      ['app_login_bug', mobileApi, this.appLoginBug, 'One app version cannot sign in and retries.'],
      ['password_expiry', bank, this.passwordExpiry, 'Old passwords are refused until changed.'],
      ['registration_drive', shop, this.registrationDrive, 'Advertising brings new customers.'],
      ['product_drop', shop, this.drop, 'A limited product is released and sells out.'],
      ['ticket_presale', tickets, this.presale, 'A presale begins and sells out.'],
      ['viral_poll', news, this.viralPoll, 'A poll is passed on; thousands vote once.'],
      ['monitoring_system', shop, this.whole, 'Health checks with an old Chrome user agent.'],
      ['corporate_proxy', news, this.whole, 'Whole offices behind one address each.'],
    ];
    return told
      .map(([kind, host, { start, end }, description]) => ({ kind, host, start, end, description }))
      .sort((a, b) => a.start - b.start);
  }

  private span(share: number, minutes: number): Span {
    const total = this.whole.end - this.whole.start;
    const start = Math.floor(this.whole.start + total * share);
    return { start, end: start + Math.floor(Math.min(minutes * MINUTE, total / 15)) };
  }
}
