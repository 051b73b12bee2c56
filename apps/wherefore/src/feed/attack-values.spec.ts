import { describe, expect, it } from '@jest/globals';
import { evasionList, threatList } from './attack-values.js';

describe('threatList', () => {
  it('reads numbers with and without letters and zeros, and all', () => {
    expect(threatList('OAT-008, 21,oat-001')).toEqual(['OAT-008', 'OAT-021', 'OAT-001']);
    expect(threatList('all')).toHaveLength(21);
  });

  it.each(['', '0', '22', 'OAT-0100', 'scraping'])('refuses %j', (text) => {
    expect(() => threatList(text)).toThrow('OAT-001 to OAT-021');
  });
});

describe('evasionList', () => {
  it('reads levels and all', () => {
    expect(evasionList('naive,low-and-slow')).toEqual(['naive', 'low_and_slow']);
    expect(evasionList('all')).toHaveLength(5);
  });

  it('refuses others', () => {
    expect(() => evasionList('quiet')).toThrow('low_and_slow');
  });
});
