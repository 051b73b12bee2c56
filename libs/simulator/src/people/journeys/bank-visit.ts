import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Answer } from '../../sites/site.js';
import { type Send } from '../../world/client.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { thinkTime, typingTime } from './pace.js';

/** A customer of the bank, and a password that is right or has expired. */
export interface BankVisit {
  readonly customer: number;
  readonly expired: boolean;
}

/** The application's calls, all under one session and, once in, one account. */
class BankSession {
  private readonly session: string;
  private account = '';

  constructor(readonly browser: Browser) {
    this.session = browser.random.hex(24);
  }

  call(target: string, more: Partial<Send> = {}): Answer {
    const { session, account, browser } = this;
    const signedIn = browser.signedIn;
    return browser.request(bankSite, `/api/v2${target}`, { session, account, signedIn, ...more });
  }

  enter(account: string): void {
    this.account = account;
    this.browser.signedIn = true;
  }
}

/** A new password for an expired one: a code by text message, entered, then the password. */
function* renewPassword(bank: BankSession): Generator<number, void, void> {
  const { browser } = bank;
  bank.call('/otp/send', { method: 'POST', accepted: true });
  yield browser.wait(6000 + browser.random.logNormal(14_000, 0.5));
  bank.call('/sessions/mfa', { method: 'POST', accepted: true });
  yield browser.wait(typingTime(browser.random) * 2);
  bank.call('/password', { method: 'POST', accepted: true });
  yield browser.wait(typingTime(browser.random));
}

/** Name and password, with mistakes as people make them, then the code on the phone. Returns whether they are in. */
function* signIn(bank: BankSession, plan: BankVisit): Generator<number, boolean, void> {
  const { browser } = bank;
  const { random } = browser;
  const account = `kunde-${plan.customer}`;
  let mistakes = random.weighted([
    [86, 0],
    [10, 1],
    [3, 2],
    [1, 3],
  ]);
  if (plan.expired) mistakes = random.integer(1, 3);
  for (; mistakes >= 0; mistakes -= 1) {
    yield browser.wait(typingTime(random));
    bank.call('/sessions', { method: 'POST', account, accepted: mistakes === 0 && !plan.expired });
  }
  if (plan.expired) {
    yield* renewPassword(bank);
    bank.call('/sessions', { method: 'POST', account, accepted: true });
  }
  if (random.chance(0.4)) {
    bank.call('/otp/send', { method: 'POST', account, accepted: true });
    yield browser.wait(5000 + random.logNormal(12_000, 0.5));
    if (random.chance(0.06)) bank.call('/sessions/mfa', { method: 'POST', accepted: false });
    yield browser.wait(4000);
    bank.call('/sessions/mfa', { method: 'POST', accepted: true });
  }
  bank.enter(account);
  return !random.chance(0.01);
}

function* transfer(bank: BankSession): Generator<number, void, void> {
  const { random } = bank.browser;
  bank.call('/beneficiaries');
  yield bank.browser.wait(thinkTime(random));
  if (random.chance(0.3)) {
    bank.call('/beneficiaries', { method: 'POST', accepted: !random.chance(0.08) });
    yield bank.browser.wait(typingTime(random) * 4);
  }
  bank.call('/transfers', { method: 'POST', accepted: !random.chance(0.04) });
  yield bank.browser.wait(thinkTime(random));
}

/** Somebody sees to their money: balances, transactions, now and then a transfer. */
export function* bankVisit(browser: Browser, plan: BankVisit): Script {
  const { random } = browser;
  const bank = new BankSession(browser);
  browser.page = '';
  browser.open(bankSite, bankShell);
  if (!(yield* signIn(bank, plan))) return;
  bank.call('/me', { delay: 60 });
  bank.call('/accounts', { delay: 90 });
  for (let looked = 0; looked < random.integer(1, 5); looked += 1) {
    yield browser.wait(thinkTime(random));
    const id = 7_100_000 + plan.customer * 3 + random.integer(0, plan.customer % 3);
    if (random.chance(0.05)) bank.call('/cards');
    else if (random.chance(0.04)) bank.call('/statements/export?format=pdf');
    else bank.call(`/accounts/${id}/transactions?days=${random.pick([30, 30, 90])}`);
  }
  if (random.chance(0.3)) yield* transfer(bank);
}
