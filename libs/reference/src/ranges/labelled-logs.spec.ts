import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { identifyUserAgent } from '../user-agent/identify-user-agent.js';
import { verifyCrawler } from './verify-crawler.js';

/** Labelled real logs that are not part of this repository. */
const LABELS = '../shared/datasets';

/** Visitors whose reverse DNS was checked when the logs were labelled, and what they call themselves. */
const AGENTS: Readonly<Record<string, string>> = {
  verified_ahrefs: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  verified_apple: 'Mozilla/5.0 (compatible; Applebot/0.1; +http://www.apple.com/go/applebot)',
  verified_automattic: 'jetmon/1.0 (Jetpack Site Uptime Monitor by WordPress.com)',
  verified_baidu:
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  verified_bing: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  verified_facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  verified_google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  verified_mailru:
    'Mozilla/5.0 (compatible; Linux x86_64; Mail.RU_Bot/2.0; +http://go.mail.ru/help/robots)',
  verified_petal:
    'Mozilla/5.0 (compatible;PetalBot;+https://webmaster.petalsearch.com/site/petalbot)',
  verified_semrush: 'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
  verified_seznam:
    'Mozilla/5.0 (compatible; SeznamBot/4.0; +http://napoveda.seznam.cz/seznambot-intro/)',
  verified_yahoo:
    'Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)',
  verified_yandex: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
};

interface Tally {
  visitors: number;
  verified: number;
  impostors: number;
}

function tallyByClass(): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [address, label] of labelledVisitors()) {
    const agent = AGENTS[label];
    if (agent === undefined) continue;
    const tally = tallies.get(label) ?? { visitors: 0, verified: 0, impostors: 0 };
    const { verification, impostor } = verifyCrawler(identifyUserAgent(agent), address);
    tally.visitors += 1;
    if (verification === 'ip_range') tally.verified += 1;
    if (impostor) tally.impostors += 1;
    tallies.set(label, tally);
  }
  return tallies;
}

function labelledVisitors(): [address: string, label: string][] {
  return readdirSync(LABELS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /labels[^/]*\.csv$/.test(name))
    .flatMap((name) => readFileSync(`${LABELS}/${name}`, 'utf8').split('\n'))
    .map((line) => line.split(','))
    .map(([address = '', , label = '']) => [address, label]);
}

const present = existsSync(LABELS);
if (!present) console.warn(`skipped: no labelled logs at ${LABELS}`);

(present ? describe : describe.skip)('crawlers in labelled logs of 2015 to 2024', () => {
  const tallies = present ? tallyByClass() : new Map<string, Tally>();

  it.each(Object.keys(AGENTS))('%s: none is called an impostor', (label) => {
    expect(tallies.get(label)?.visitors).toBeGreaterThan(0);
    expect(tallies.get(label)?.impostors).toBe(0);
  });

  it('verifies at least 93 of 100, although the lists are years younger than the logs', () => {
    const sum = (field: keyof Tally) =>
      [...tallies.values()].reduce((total, tally) => total + tally[field], 0);
    expect(sum('verified') / sum('visitors')).toBeGreaterThan(0.93);
  });
});
