import { describe, expect, it } from '@jest/globals';
import { verifyCrawler } from '#libs/reference';
import { boundlessCrawlers } from './boundless-crawlers.js';

const googlebot = {
  agentKind: 'crawler',
  agentFamily: 'Googlebot',
  attackTool: false,
  oddities: [],
  crawler: { name: 'Googlebot', operator: 'Google', purpose: 'search_indexing' },
  verification: 'ip_range',
  impostor: false,
} as const;

describe(boundlessCrawlers.name, () => {
  it('finds a crawler that is verified anywhere', () => {
    const anywhere = (): { verification: 'ip_range' } => ({ verification: 'ip_range' });
    expect(boundlessCrawlers([googlebot], anywhere)).toEqual(['Googlebot']);
  });

  it('finds none in the ranges that come with the product', () => {
    const real = { ...googlebot.crawler, url: '', claimed: true };
    expect(verifyCrawler({ crawler: real }, '66.249.66.1').verification).toBe('ip_range');
    expect(boundlessCrawlers([googlebot])).toEqual([]);
  });
});
