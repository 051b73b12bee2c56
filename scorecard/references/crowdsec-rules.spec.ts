import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLogLine } from '../log/read-log-line.js';
import { type LoggedRequest } from '../log/logged-request.js';
import { crowdsecAlerts } from './crowdsec-rules.js';

const ordinary: LoggedRequest = {
  address: '192.0.2.1',
  time: 0,
  method: 'GET',
  target: '/',
  protocol: 'HTTP/1.1',
  status: 200,
  host: '',
  referer: '',
  userAgent: 'Mozilla/5.0',
};
const many = (count: number, one: (index: number) => Partial<LoggedRequest>): LoggedRequest[] =>
  Array.from({ length: count }, (_, index) => ({ ...ordinary, ...one(index) }));
const scenarios = (requests: LoggedRequest[]): string[] =>
  crowdsecAlerts(requests).map(({ scenario }) => scenario);

describe(crowdsecAlerts.name, () => {
  it('calls 41 different pages within a second a crawl, and 40 none', () => {
    const pages = many(41, (index) => ({ target: `/page-${index}` }));
    expect(crowdsecAlerts(pages)).toEqual([
      { address: '192.0.2.1', scenario: 'http-crawl-non_statics', time: 0, requests: 41 },
    ]);
    expect(scenarios(pages.slice(0, 40))).toEqual([]);
    expect(scenarios(pages.map((page) => ({ ...page, target: `${page.target}.png` })))).toEqual([]);
  });

  it('does not see a login every half minute, however long it goes on', () => {
    const login = { method: 'POST', target: '/wp-login.php' };
    expect(scenarios(many(500, (index) => ({ ...login, time: index * 30_000 })))).toEqual([]);
    expect(scenarios(many(6, () => login))).toEqual(['http-bf-wordpress_bf']);
  });

  it('keeps a bucket for each address', () => {
    const missing = { status: 404 };
    const spread = many(110, (index) => ({
      ...missing,
      address: `192.0.2.${index % 11}`,
      target: `/${index}`,
    }));
    expect(scenarios(spread)).toEqual([]);
    expect(scenarios(many(11, (index) => ({ ...missing, target: `/${index}` })))).toEqual([
      'http-probing',
    ]);
  });

  it('reads events in the order of their times', () => {
    const backwards = many(6, (index) => ({
      method: 'POST',
      target: '/wp-login.php',
      time: 5_000 - index * 1_000,
    }));
    expect(crowdsecAlerts(backwards)[0]?.time).toBe(5_000);
  });
});

const folder = resolve('../shared/datasets/crowdsec-hub-tests/.tests');

/** CrowdSec's own tests: a small log, and the scenarios its assertions name with their addresses. */
const CASES = [
  'apache-http-probing',
  'apache2-http-sensitive-files',
  'nginx-http-sensitive-files',
  'http-bf-wordpress-bf',
  'nginx-bad-user-agent',
  'nginx-http-backdoor',
  'nginx-http-path-traversal',
  'nginx-http-sqli-probing',
  'nginx-http-xss-probing',
  'nginx-http-open-proxy',
  'http-wordpress-scan',
  'http-wordpress_user-enum',
  'http-admin-interface-probing',
  'http-cve-probing',
  'http-wordpress_wpconfig',
  'CVE-2017-9841',
  'thinkphp-cve-2018-20062',
  'apache_log4j2_cve-2021-44228',
];

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'http-sqli-probbing-detection': 'http-sqli-probing',
  'http-xss-probbing': 'http-xss-probing',
  'CVE-2017-9841': 'http-cve (one request)',
  'thinkphp-cve-2018-20062': 'http-cve (one request)',
  'apache_log4j2_cve-2021-44228': 'http-cve (one request)',
  'http-cve-probing': 'http-cve (one request)',
};

// Where the data sets are not beside the repository, CrowdSec's own tests are skipped.
(existsSync(folder) ? describe : describe.skip)('the tests of CrowdSec’s hub', () => {
  it.each(CASES)('agrees with %s', (name) => {
    const read = (file: string): string => readFileSync(`${folder}/${name}/${file}`, 'latin1');
    const expected = expectedAlerts(read('scenario.assert'));
    const lines = read(`${name}.log`)
      .split('\n')
      .flatMap((line) => readLogLine(line)?.request ?? []);
    const wanted = new Set(expected.map((alert) => alert.slice(alert.indexOf(' ') + 1)));
    const found = crowdsecAlerts(lines)
      .filter(({ scenario }) => wanted.has(scenario))
      .map(({ address, scenario }) => `${address} ${scenario}`);
    expect(found.sort()).toEqual(expected.sort());
  });
});

function expectedAlerts(assertions: string): string[] {
  const addresses = [...assertions.matchAll(/"([\d.]+)" in results\[(\d+)\]/g)];
  const named = [
    ...assertions.matchAll(
      /results\[(\d+)\]\.Overflow\.Alert\.GetScenario\(\) == "[^/]+\/([^"]+)"/g,
    ),
  ];
  return addresses.flatMap(([, address, index]) => {
    const scenario = named.find(([, of]) => of === index)?.[2] ?? '';
    return `${address ?? ''} ${OTHER_NAMES[scenario] ?? scenario}`;
  });
}
