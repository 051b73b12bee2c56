import { describe, expect, it } from '@jest/globals';
import { guessIisFields } from './iis-fields.js';

/** IIS's columns in the order in which it writes those that were chosen. */
const ALL =
  'date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken'.split(
    ' ',
  );

/** A word each column may hold. */
const WORDS: Readonly<Record<string, string>> = {
  date: '2026-11-22',
  time: '22:00:00',
  's-sitename': 'W3SVC1',
  's-computername': 'WEB01',
  's-ip': '10.0.0.8',
  'cs-method': 'GET',
  'cs-uri-stem': '/a',
  'cs-uri-query': 'b=c',
  's-port': '443',
  'cs-username': '-',
  'c-ip': '203.0.113.7',
  'cs-version': 'HTTP/1.1',
  'cs(User-Agent)': 'Mozilla/5.0+(X11)',
  'cs(Cookie)': 'sid=7',
  'cs(Referer)': 'https://www.shop.example/',
  'cs-host': 'www.shop.example',
  'sc-status': '200',
  'sc-substatus': '0',
  'sc-win32-status': '0',
  'sc-bytes': '1024',
  'cs-bytes': '512',
  'time-taken': '15',
};

function without(...names: string[]): string[] {
  return ALL.filter((name) => !names.includes(name));
}

function guessed(names: readonly string[]): readonly string[] | null {
  return guessIisFields(names.map((name) => WORDS[name] ?? '-'));
}

describe('columns of an entry without header', () => {
  it.each([
    ['all of them', ALL],
    ['no site and computer', without('s-sitename', 's-computername')],
    ['no computer', without('s-computername')],
    ['no cookie', without('cs(Cookie)')],
    ['no cookie, referer and host', without('cs(Cookie)', 'cs(Referer)', 'cs-host')],
    ['no referer', without('cs(Referer)')],
    ['no cookie and host', without('cs(Cookie)', 'cs-host')],
    ['no sizes', without('sc-bytes', 'cs-bytes')],
    ['no time taken', without('time-taken')],
    ['no measures', without('sc-bytes', 'cs-bytes', 'time-taken')],
    ['no version', without('cs-version')],
    ['no query', without('cs-uri-query')],
    ['no user', without('cs-username')],
    ['no port', without('s-port')],
    ['no query, port and user', without('cs-uri-query', 's-port', 'cs-username')],
  ])('%s', (_what, names) => {
    expect(guessed(names)).toStrictEqual(names);
  });

  it('finds addresses in a custom column behind the others', () => {
    const words = ALL.map((name) => WORDS[name] ?? '-');
    expect(guessIisFields([...words, 'x', '198.51.100.4,+10.0.0.1'])).toStrictEqual([
      ...ALL,
      '-',
      'X-Forwarded-For',
    ]);
  });

  it('takes the only word beside the user agent for a referer, which visitors choose', () => {
    const names = guessed(without('cs(Cookie)', 'cs(Referer)'));
    expect(names).toContain('cs(Referer)');
    expect(names).not.toContain('cs-host');
  });

  it('takes no query for the client', () => {
    const line =
      '2026-11-22 22:00:00 10.0.0.8 GET /a 198.51.100.9 80 198.51.100.8 203.0.113.7 UA - 200 0 0 1';
    const words = line.split(' ');
    expect(guessIisFields(words)?.indexOf('c-ip')).toBe(words.indexOf('203.0.113.7'));
  });

  it.each(['', '2026-11-22', '2026-11-22 22:00:00', '2026-11-22 22:00:00 INFO GET /a took 5 ms'])(
    'gives up on %j',
    (line) => {
      expect(guessIisFields(line.split(' '))).toBeNull();
    },
  );
});
