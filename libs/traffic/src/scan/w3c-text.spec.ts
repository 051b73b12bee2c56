import { describe, expect, it } from '@jest/globals';
import { addressListText, cookieText, decodedText, urlText, userAgentText } from './w3c-text.js';

describe('a user agent in which + stands for a space', () => {
  it.each([
    ['Mozilla/5.0+(X11;+Linux)', 'Mozilla/5.0 (X11; Linux)'],
    ['Bot/2.1;++http://bot.example/)', 'Bot/2.1; +http://bot.example/)'],
    ['Bot/1.0+(+https://bot.example)', 'Bot/1.0 (+https://bot.example)'],
    ['Bot/1.0+(++www.bot.example)', 'Bot/1.0 ( +www.bot.example)'],
    ['(compatible;++MSIE)', '(compatible;  MSIE)'],
    ['a;+http://bot.example', 'a; http://bot.example'],
    ['+a+', ' a '],
    ['plain', 'plain'],
  ])('%s', (logged, sent) => {
    expect(userAgentText(logged, 'plus')).toBe(sent);
  });

  it('is left alone where quotes hold it together', () => {
    expect(userAgentText('a+b c', 'none')).toBe('a+b c');
  });
});

describe('what CloudFront percent-encodes', () => {
  it('is decoded once, and twice where it was encoded twice', () => {
    expect(userAgentText('a%20b', 'percent')).toBe('a b');
    expect(userAgentText('a%2520b', 'percent')).toBe('a b');
    expect(decodedText('100%25', 'percent')).toBe('100%');
    expect(decodedText('%zz%ff', 'percent')).toBe('%zz%ff');
  });

  it('keeps the encoding a URL had of its own', () => {
    expect(urlText('https://a.example/?q=a%2520b', 'percent')).toBe('https://a.example/?q=a%20b');
    expect(urlText('https://a.example/?q=a%20b', 'percent')).toBe('https://a.example/?q=a%20b');
    expect(urlText('https://a.example/?q=a+b', 'plus')).toBe('https://a.example/?q=a+b');
  });
});

describe('lists', () => {
  it('get their spaces back', () => {
    expect(cookieText('a=1;+b=2+3', 'plus')).toBe('a=1; b=2+3');
    expect(cookieText('a=1;%20b=2', 'percent')).toBe('a=1; b=2');
    expect(addressListText('192.0.2.1,+192.0.2.2', 'plus')).toBe('192.0.2.1, 192.0.2.2');
    expect(addressListText('192.0.2.1,%20localhost:8080', 'percent')).toBe(
      '192.0.2.1, localhost:8080',
    );
  });
});
