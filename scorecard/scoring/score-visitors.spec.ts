import { describe, expect, it } from '@jest/globals';
import { type ScorableLog } from '../data-sets/scorable-log.js';
import { type ProductJudgement } from '../judging/product-judgement.js';
import { byClass, byEvasion } from './class-figures.js';
import { figures } from './figures.js';
import { scoreVisitors } from './score-visitors.js';

const line = (address: string, second: number, target: string, agent: string): string =>
  `${address} - - [28/Oct/2023:13:45:${String(second).padStart(2, '0')} +0000] "GET ${target} HTTP/1.1" 404 1 "-" "${agent}"`;

const scan = Array.from({ length: 12 }, (_, index) =>
  line('192.0.2.1', index === 0 ? 0 : 5, `/missing-${index}`, 'Mozilla/5.0 (X11) Firefox/143.0'),
);
const log: ScorableLog = {
  name: 'small',
  variant: 'plain',
  logs: [
    [
      ...scan,
      line('192.0.2.2', 5, '/', 'Mozilla/5.0 (X11) Firefox/143.0'),
      line('192.0.2.3', 5, '/robots.txt', 'Mozilla/5.0 (compatible; bingbot/2.0)'),
      line('192.0.2.4', 9, '/feed', 'curl/8.5.0'),
    ],
  ],
  labels:
    'visitor,label,class\n192.0.2.1,bad_bot,vuln_scan\n192.0.2.2,human,browser\n192.0.2.3,good_bot,verified_bing\n192.0.2.4,neutral_bot,library\n192.0.2.5,unknown,\n',
  arguments: [],
};

const judgement = (visitor: string, label: string, more = {}): ProductJudgement => ({
  visitor,
  label,
  class: label === 'bad_bot' ? 'vuln_scan' : '',
  kind: '',
  evasion: label === 'bad_bot' ? 'naive' : '',
  campaign: '',
  requests: 12,
  judged: { nature: 'unknown', stance: 'unknown', class: null, score: 0, action: 'monitor' },
  condemned: false,
  named: false,
  blocked: false,
  hindered: false,
  detection: null,
  features: { requests: 1 },
  ...more,
});

const judged = {
  nature: 'unknown',
  stance: 'malicious',
  class: 'OAT-014',
  score: 9,
  action: 'block',
};
const judgements = [
  judgement('192.0.2.1', 'bad_bot', {
    judged,
    condemned: true,
    named: true,
    detection: { seconds: 60, requests: 7 },
    features: { requests: 12, probes: 9 },
  }),
  judgement('192.0.2.2', 'human'),
  judgement('192.0.2.3', 'good_bot'),
  judgement('192.0.2.4', 'neutral_bot'),
  judgement('192.0.2.5', 'unknown', { condemned: true }),
];

describe(scoreVisitors.name, () => {
  const scored = scoreVisitors(log, 'malicious', judgements);
  const flaggedBy = (detector: 'wherefore' | 'user_agents' | 'thresholds' | 'isolation_forest') =>
    scored.filter(({ opinions }) => opinions[detector].isFlagged).map(({ visitor }) => visitor);

  it('asks everybody about the same visitors, those of unknown label aside', () => {
    expect(scored.map(({ visitor, side }) => [visitor, side])).toEqual([
      ['192.0.2.1', 'bad'],
      ['192.0.2.2', 'person'],
      ['192.0.2.3', 'verified'],
      ['192.0.2.4', 'apart'],
    ]);
    expect(flaggedBy('wherefore')).toEqual(['192.0.2.1']);
    expect(flaggedBy('user_agents')).toEqual(['192.0.2.3', '192.0.2.4']);
    expect(flaggedBy('thresholds')).toEqual(['192.0.2.1']);
    expect(flaggedBy('isolation_forest')).toEqual(['192.0.2.1']);
  });

  it('measures delays from the first request of the visitor', () => {
    expect(scored[0]?.opinions.thresholds.delay).toEqual({ seconds: 5, requests: 12 });
    expect(scored[0]?.opinions.wherefore.delay).toEqual({ seconds: 60, requests: 7 });
  });

  it('counts what is told to be a machine where nobody means harm', () => {
    const machine = { ...judged, nature: 'undeclared_bot', stance: 'unknown', class: null };
    const [bot, person] = scoreVisitors(log, 'bot', [
      judgement('192.0.2.1', 'bad_bot', { judged: machine }),
      judgement('192.0.2.2', 'human'),
    ]);
    expect(bot?.opinions.wherefore.isFlagged).toBe(true);
    expect(person?.opinions.wherefore.isFlagged).toBe(false);
  });

  it('gives figures with intervals, machines that are neither good nor bad aside', () => {
    const found = figures(scored, 'wherefore');
    expect(found).toMatchObject({
      recall: { part: 1, of: 1, share: 1 },
      busyRecall: { of: 0, share: null, interval: null },
      precision: { part: 1, of: 1 },
      f1: { value: 1 },
      people: { part: 0, of: 1 },
      verified: { part: 0, of: 1 },
      apart: { part: 0, of: 1 },
      delay: { visitors: 1, medianSeconds: 60, p90Requests: 7 },
    });
    expect(found.recall.interval?.low).toBeLessThan(1);
    expect(figures(scored, 'user_agents')).toMatchObject({
      verified: { part: 1, of: 1 },
      precision: { part: 0, of: 1 },
      f1: { value: 0 },
    });
  });

  it('tells by class and by evasion, a visitor of two classes in both', () => {
    const [first] = scored;
    if (first === undefined) throw new Error('nobody was scored');
    const both = { ...first, class: 'OAT-001;OAT-010' };
    expect(byClass([first, both]).map(({ name, visitors }) => [name, visitors])).toEqual([
      ['OAT-001', 1],
      ['OAT-010', 1],
      ['vuln_scan', 1],
    ]);
    expect(byClass([first])[0]).toMatchObject({
      named: { part: 1, of: 1 },
      calledAs: [['OAT-014', 1]],
    });
    expect(byEvasion(scored)).toMatchObject([
      { name: 'naive', recall: { thresholds: { part: 1 } } },
    ]);
  });
});
