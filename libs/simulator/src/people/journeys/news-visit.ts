import { newsArchive, SECTIONS } from '../../sites/news-archive.js';
import { newsPages } from '../../sites/news-pages.js';
import { newsSite } from '../../sites/news-site.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { entryReferer, thinkTime, typingTime, visitDepth } from './pace.js';

/** What somebody wants of the news site. */
export interface NewsVisit {
  readonly depth?: number;
  readonly signsIn?: boolean;
  readonly comments?: number;
}

function openNext(browser: Browser): void {
  const { random, now } = browser;
  const next = random.next();
  if (next < 0.72)
    browser.open(newsSite, newsPages.article(newsArchive.read(now, random), now, random));
  else if (next < 0.9)
    browser.open(newsSite, newsPages.section(random.pick(SECTIONS), 1, now, random));
  else browser.open(newsSite, newsPages.front(now, random));
}

function* signIn(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  browser.open(newsSite, { target: '/wp-login.php', assets: [] });
  yield browser.wait(typingTime(random));
  if (random.chance(0.08)) {
    browser.request(newsSite, '/wp-login.php', { method: 'POST', accepted: false });
    yield browser.wait(typingTime(random));
  }
  browser.request(newsSite, '/wp-login.php', { method: 'POST', accepted: true });
  browser.signedIn = true;
  yield browser.wait(300);
  browser.request(newsSite, '/wp-admin/profile.php');
  yield browser.wait(thinkTime(random));
}

/** Somebody reads the news: mostly one article found elsewhere, some read on. */
export function* newsVisit(browser: Browser, plan: NewsVisit = {}): Script {
  const { random } = browser;
  browser.page = entryReferer(random);
  if (browser.page === '') browser.open(newsSite, newsPages.front(browser.now, random));
  else openNext(browser);
  if (plan.signsIn === true) {
    yield browser.wait(thinkTime(random));
    yield* signIn(browser);
  }
  const depth = plan.depth ?? visitDepth(random, 2.2);
  for (let seen = 1; seen < depth; seen += 1) {
    yield browser.wait(thinkTime(random) * 1.6);
    openNext(browser);
    if (random.chance(plan.comments ?? 0.005)) {
      yield browser.wait(typingTime(random) * 5);
      browser.request(newsSite, '/wp-comments-post.php', { method: 'POST', accepted: true });
    }
  }
}
