import { describe, expect, it } from '@jest/globals';
import { CaseSummary } from './case-summary.js';
import { parseCase } from './conformance-case.js';
import { readCase } from './read-case.js';

const TIME = '[22/Nov/2026:22:00:00 +0100]';
const LINE = `192.0.2.1 - - ${TIME} "GET /a?b=1 HTTP/1.1" 200 5 "-" "UA"`;
const caseOf = (raw: string, format = 'nginx_combined', quality = 'primary') => ({
  id: 'one',
  format,
  quality,
  raw,
});

describe('readCase', () => {
  it('says what a line says, as which format', () => {
    expect(readCase(caseOf(LINE), 'auto')).toMatchObject({
      id: 'one',
      format: 'combined',
      canonical: { client_address: '192.0.2.1', url_path: '/a', url_query: 'b=1' },
    });
  });

  it('takes the first request out of what is wrapped around it', () => {
    const raw = `${JSON.stringify({ log: '#Version: 1.0' })}\n${JSON.stringify({ log: LINE })}\n`;
    expect(readCase(caseOf(raw), 'auto')).toMatchObject({ canonical: { url_path: '/a' } });
  });

  it('says why there is none', () => {
    expect(readCase(caseOf('rubbish'), 'auto')).toEqual({ id: 'one', error: 'unknown_format' });
    expect(readCase(caseOf(''), 'auto')).toEqual({ id: 'one', error: 'empty' });
  });

  it('reads in the format of the case where that is wanted', () => {
    const vhost = `shop.example:443 ${LINE}`;
    expect(readCase(caseOf(vhost, 'apache'), 'case')).toMatchObject({ format: 'vhost_combined' });
    expect(readCase(caseOf(LINE, 'caddy_json'), 'case')).toEqual({
      id: 'one',
      error: 'unknown_format',
    });
  });
});

describe('parseCase', () => {
  it('refuses what is no case', () => {
    expect(() => parseCase('[]')).toThrow('a case is a JSON object');
    expect(() => parseCase('{"id":1}')).toThrow('"id" and "raw"');
  });
});

describe('CaseSummary', () => {
  it('counts the right formats of each folder', () => {
    const summary = new CaseSummary();
    for (const one of [
      caseOf(LINE),
      caseOf('rubbish'),
      caseOf('rubbish', 'haproxy_tcp', 'primary-negative'),
    ]) {
      summary.add(one, readCase(one, 'auto'));
    }
    expect(summary.render().replace(/ +/g, ' ').split('\n')).toEqual([
      ' folder cases read right format share else taken for',
      ' haproxy_tcp 1 0 1 100.0 %',
      ' nginx_combined 2 1 1 50.0 % unknown_format',
      ' all 3 1 2 66.6 %',
    ]);
  });
});
