import { describe, expect, it } from '@jest/globals';
import { oddities } from './oddities.js';

const WINDOWS =
  '(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

describe('oddities', () => {
  it.each([
    [`Mozlila/5.0 ${WINDOWS}`, 'typo_mozilla'],
    ['Mozila/5.0', 'typo_mozilla'],
    [`mozilla/5.0 ${WINDOWS}`, 'typo_mozilla'],
    [`User-Agent: Mozilla/5.0 ${WINDOWS}`, 'header_name_inside'],
    [`'Mozilla/5.0 ${WINDOWS}`, 'quoted'],
    ['Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)', 'ancient_browser'],
    ['Mozilla/4.0 (compatible; MSIE 9.0; Windows 98)', 'ancient_browser'],
    ['Mozilla/5.0', 'truncated'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'truncated'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64', 'truncated'],
    ['{{user_agent}}', 'placeholder_inside'],
    ['Mozilla%2F5.0+%28Linux%29', 'url_encoded'],
    ['\\x16\\x03\\x01', 'escaped_bytes'],
    ['a\u0000b', 'control_characters'],
  ])('%s', (text, code) => {
    expect(oddities(text)).toContain(code);
  });

  it.each([
    `Mozilla/5.0 ${WINDOWS}`,
    'Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko',
    // Internet Explorer 11 in compatibility view.
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/7.0; SLCC2)',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
    'curl/8.4.0',
    'okhttp/4.12.0',
  ])('nothing odd: %s', (text) => {
    expect(oddities(text)).toEqual([]);
  });
});
