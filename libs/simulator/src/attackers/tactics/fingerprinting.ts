import { marketSite } from '../../sites/market-site.js';
import { newsSite } from '../../sites/news-site.js';
import { shopSite } from '../../sites/shop-site.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

const SITES = [shopSite, newsSite, marketSite, ticketsSite];

/** What tells software and versions apart (as WhatWeb, httpx, Wappalyzer's probes and wafw00f ask), by method and target. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['HEAD', '/'],
  ['OPTIONS', '/'],
  ['TRACE', '/'],
  ['PROPFIND', '/'],
  ['GET', '/humans.txt'],
  ['GET', '/.well-known/security.txt'],
  ['GET', '/CHANGELOG.txt'],
  ['GET', '/readme.html'],
  ['GET', '/license.txt'],
  ['GET', '/version'],
  ['GET', '/version.json'],
  ['GET', '/api/version'],
  ['GET', '/build-info.json'],
  ['GET', '/crossdomain.xml'],
  ['GET', '/clientaccesspolicy.xml'],
  ['GET', '/package.json'],
  ['GET', '/composer.lock'],
  ['GET', '/wp-includes/version.php'],
  ['GET', '/administrator/manifests/files/joomla.xml'],
  ['GET', '/core/CHANGELOG.txt'],
  ['GET', '/magento_version'],
  ['GET', '/index.php?=PHPE9568F36-D428-11d2-A769-00AA001ACF42'],
];

/** OAT-004: a few odd questions to learn what software answers. */
export const fingerprinting: Tactic = {
  ...{ kind: 'fingerprinting', class: 'OAT-004', host: shopSite.host, at: 0.62 },
  tools: ['WhatWeb/0.5.5', 'httpx - Open-source project (github.com/projectdiscovery/httpx)'],
  acts: { naive: 26, rotating: 4, residential: 3, low_and_slow: 2, headless: 8 },
  pace: 350,
  usual: { naive: 3, low_and_slow: 24 },
  *script(tool) {
    const { random, task } = tool;
    const site = SITES[task.member % SITES.length] ?? shopSite;
    const first = random.integer(0, QUESTIONS.length - 1);
    yield* tool.each(function* (turn): Script {
      if (turn === 0) tool.look(site, { target: '/', assets: [] });
      yield tool.step(120);
      const [method, target] = QUESTIONS[(first + turn) % QUESTIONS.length] ?? ['GET', '/'];
      tool.act(site, random.chance(0.1) ? `/${random.hex(12)}` : target, { method });
    });
  },
};
