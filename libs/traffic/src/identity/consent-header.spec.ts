import { describe, expect, it } from '@jest/globals';
import { consentOf } from './consent-header.js';

describe('consentOf', () => {
  it('reads the consent an API client names', () => {
    expect(consentOf(new Map([['consent-id', ' 1234-wertiq-983 ']]))).toBe('1234-wertiq-983');
  });

  it('finds none where the log has none', () => {
    expect(consentOf(null)).toBe('');
    expect(consentOf(new Map([['consent-id', '-']]))).toBe('');
    expect(consentOf(new Map([['accept', '*/*']]))).toBe('');
  });
});
