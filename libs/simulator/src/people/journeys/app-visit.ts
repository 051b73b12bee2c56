import { mobileApiSite } from '../../sites/mobile-api-site.js';
import { shopCatalogue } from '../../sites/shop-catalogue.js';
import { type Answer } from '../../sites/site.js';
import { type Client, type Send } from '../../world/client.js';
import { type Script } from '../../world/visit.js';
import { typingTime, visitDepth } from './pace.js';

/** Calls of one start of the app, all with its session and, once signed in, its account. */
class AppSession {
  account = '';
  private readonly session: string;

  constructor(readonly client: Client) {
    this.session = client.random.hex(24);
  }

  call(target: string, more: Partial<Send> = {}): Answer {
    return this.client.send({
      site: mobileApiSite,
      target,
      session: this.session,
      account: this.account,
      signedIn: this.account !== '',
      ...more,
    });
  }
}

/** The release whose sign-in fails, whatever the password. */
const BROKEN_VERSION = 'Larkfield/7.14.1';

function isBroken({ userAgent, world, now }: Client): boolean {
  const { start, end } = world.calendar.appLoginBug;
  return userAgent.startsWith(BROKEN_VERSION) && now >= start && now < end;
}

/** Signing in from the app: with mistakes like anybody's, and in an outage with the app's own retries on top. */
function* logIn(app: AppSession, account: string): Generator<number, boolean, void> {
  const { client } = app;
  let mistakes = client.random.weighted([
    [88, 0],
    [8, 1],
    [3, 2],
    [1, 3],
  ]);
  for (let attempt = 0; attempt < 7; attempt += 1) {
    const accepted = mistakes <= 0 && !isBroken(client);
    const { status } = app.call('/v1/auth/login', { method: 'POST', accepted, account });
    if (status === 200) {
      app.account = account;
      return true;
    }
    if (status === 401) mistakes -= 1;
    yield client.wait(status === 401 ? typingTime(client.random) : 2000 * 2 ** attempt);
  }
  return false;
}

function* order(app: AppSession): Script {
  const { client } = app;
  app.call('/v1/cart', { method: 'POST' });
  yield client.wait(typingTime(client.random) * 2);
  app.call('/v1/cart');
  yield client.wait(typingTime(client.random) * 2);
  app.call('/v1/orders', { method: 'POST', accepted: !client.random.chance(0.05) });
  yield client.wait(400);
  app.call('/v1/orders');
}

function* open(app: AppSession, account: string): Generator<number, void, void> {
  const { client } = app;
  app.call('/v1/config?platform=mobile');
  yield client.wait(60);
  const returning = client.random.chance(0.72);
  if (returning) {
    const accepted = !client.random.chance(0.04) && !isBroken(client);
    const { status } = app.call('/v1/auth/refresh', { method: 'POST', account, accepted });
    if (status === 200) app.account = account;
    yield client.wait(120);
  }
  if (app.account === '' && client.random.chance(returning ? 0.9 : 0.3)) {
    yield client.wait(typingTime(client.random));
    if (!(yield* logIn(app, account))) return;
  }
  app.call('/v1/home');
  if (app.account !== '') app.call('/v1/me', { delay: 25 });
  if (app.account !== '') app.call('/v1/wishlist', { delay: 40 });
}

/** One use of the app: start, refresh of the token, looking around, seldom an order. */
export function* appVisit(client: Client, account: string): Script {
  const app = new AppSession(client);
  const { random } = client;
  yield* open(app, account);
  const depth = visitDepth(random, 7);
  for (let seen = 0; seen < depth; seen += 1) {
    yield client.wait(900 + random.logNormal(8000, 1.1));
    const next = random.next();
    if (next < 0.55) app.call(`/v1/products/${shopCatalogue.popular(random)}`);
    else if (next < 0.8) {
      app.call(
        `/v1/products?category=${shopCatalogue.category(random)}&page=${random.integer(1, 3)}`,
      );
    } else if (next < 0.93) app.call(`/v1/search?q=${shopCatalogue.search(random)}`);
    else app.call('/v1/home');
  }
  if (app.account !== '' && random.chance(0.05)) yield* order(app);
}
