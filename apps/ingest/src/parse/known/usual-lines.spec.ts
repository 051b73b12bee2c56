import { describe, expect, it } from '@jest/globals';
import { LineBytes, type Source, UsualPieces } from '#libs/traffic';
import fc from 'fast-check';
import {
  asMessages,
  asText,
  bytesOf,
  encoded,
  expectSameRows,
  goldenCases,
  knownRows,
} from './testing/expect-same-rows.js';

const isUsual = (line: string): boolean => {
  const bytes = new LineBytes();
  return bytes.takeText(line) && new UsualPieces().read(bytes) !== null;
};

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const BINGBOT = 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)';
const TIME = '[22/Nov/2026:22:00:00 +0000]';
const lineOf = (
  request: string,
  agent = 'curl/8.5.0',
  referer = '-',
  head = '192.0.2.7 - -',
): string => `${head} ${TIME} "${request}" 200 5 "${referer}" "${agent}"`;

const oneOf = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const words = oneOf(
  ..."a B 7 4711 / // . .. .env .git .php .zip wp-login.php ; % %2e%41 %00 ? & = + q id token user password page 4111111111111111 DE89370400440532013000 a@b.example api products login author union select { ${jndi: HTTP/1.1 ( ' < # ~ - _".split(
    ' ',
  ),
);
const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
/** Mostly the usual piece: a line of which several pieces are odd proves nothing of any of them. */
const mostly = (usual: string, odd: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
const line = fc
  .record({
    client: mostly(
      '192.0.2.7',
      oneOf(
        ...['8.8.8.8', '66.249.66.1', '2001:db8::1', '2A00:1::2', '::1', '::ffff:192.0.2.7'],
        ...['1.2.3.4:5', '300.1.1.1', 'host.example', '-', 'fe80::1%e'],
      ),
    ),
    head: mostly(
      '- -',
      oneOf('- alice', '- a@b.example', '- "a b"', '- user-7.x', 'x -', '-', '-  -'),
    ),
    time: mostly(
      TIME,
      oneOf(
        ...['[22/Nov/2026:23:59:60 +0130]', '[31/Feb/2026:00:00:00 +0000]'],
        ...['[22/Nov/2026:24:00:00 +0000]', '[22/Nov/2026:22:00:00 0000]'],
        '[22/Nov/2026:22:00:00.5+000]',
      ),
    ),
    method: mostly(
      'GET',
      oneOf('POST', 'HEAD', 'CONNECT', 'PRI', 'get', 'GETX', 'PROPFINDALLTHINGS', 'X'),
    ),
    target: fc
      .tuple(mostly('/', oneOf('', 'http://a.example/')), text)
      .map((parts) => parts.join('')),
    version: mostly(
      ' HTTP/1.1',
      oneOf(' HTTP/2.0', ' HTTP/1.0', ' HTTP/1.2', ' HTTP/3', '', ' HTTP/1.1 '),
    ),
    numbers: mostly(
      '200 1',
      oneOf('200 1234567890123456', '404 -', '- -', '99 1', '000 0', '200  1'),
    ),
    referer: mostly(
      '-',
      fc.oneof(oneOf('', '"', 'https://a.example/x', 'Mozilla/5.0 (X11)'), text),
    ),
    agent: mostly(
      'curl/8.5.0',
      fc.oneof(
        oneOf(
          ...['-', '', 'a"b', 'é', 'x\\x22', 'y'.repeat(1_030)],
          'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
        ),
        text,
      ),
    ),
    end: mostly('', oneOf(' "203.0.113.9"', ' 0.123', '\r', '\n', ' ')),
  })
  .map(
    (one) =>
      `${one.client} ${one.head} ${one.time} "${one.method} ${one.target}${one.version}" ${one.numbers} "${one.referer}" "${one.agent}"${one.end}`,
  );

describe('UsualLines', () => {
  it.each(goldenCases)('makes the rows the general reader makes of %s', (_, source, lines) => {
    expectSameRows(source, lines);
  });

  it('makes the rows the general reader makes of any line', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        oneOf('auto', 'combined'),
        (lines, format) => {
          expectSameRows(
            { name: 's', format: format as Source['format'], defaultHost: 'A.example' },
            lines,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes the rows the general reader makes of lines with one place changed', () => {
    const usual = lineOf(
      'GET /p/4711/a-b?page=2 HTTP/1.1',
      'Mozilla/5.0 (X11)',
      'https://a.example/b',
    );
    const changed = fc
      .tuple(fc.nat(usual.length), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary' }))
      .map(([at, gone, put]) => usual.slice(0, at) + put + usual.slice(at + gone));
    fc.assert(
      fc.property(fc.array(changed, { minLength: 1, maxLength: 30 }), (lines) => {
        expectSameRows({ name: 's', format: 'combined' }, [usual, ...lines, usual]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps rows right when its vocabulary is emptied between them', () => {
    const lines = Array.from({ length: 24_000 }, (_, at) =>
      lineOf(`GET /a?q=${at} HTTP/1.1`, `agent ${at % 20_000}`),
    );
    const source = { name: 's', format: 'combined' } as const;
    const messages = lines.map((one) => Buffer.from(one));
    const rows = encoded(source, messages);
    expect(rows.columns).toEqual(encoded(asText(source), messages).columns);
    const found = bytesOf(rows).toString('latin1');
    for (const text of ['q=0', 'q=23999', 'agent 19999']) expect(found).toContain(text);
  });

  it('calls no crawler true by what it knew of an address it has forgotten', () => {
    const crawler = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    const from = (address: string, agent: string): string =>
      lineOf('GET / HTTP/1.1', agent, '-', `${address} - -`);
    const others = Array.from({ length: 66_500 }, (_, at) => {
      const address = `10.${(at >> 14) + 100}.${((at >> 7) & 127) + 100}.${(at & 127) + 100}`;
      return from(address, at < 65_000 ? 'x' : crawler);
    });
    const source = { name: 's', format: 'combined' } as const;
    const messages = [from('66.249.66.1', crawler), ...others].map((one) => Buffer.from(one));
    const isSame = bytesOf(encoded(source, messages)).equals(
      bytesOf(encoded(asText(source), messages)),
    );
    expect(isSame).toBe(true);
  });

  it('remembers what a query makes of a path for one method alone', () => {
    const target = '/forum.php?action=postreply';
    const lines = ['XOST', 'POST', 'POSTX', 'POST', 'GET', 'POST'].map((method) =>
      lineOf(`${method} ${target} HTTP/1.1`),
    );
    expectSameRows({ name: 's', format: 'combined' }, lines);
  });

  it.each([
    [lineOf('GET / HTTP/1.1')],
    [lineOf('POST /login?next=%2F HTTP/2.0', '', 'https://a.example/')],
    [lineOf('GET / HTTP/1.0', 'x', '-', '2001:db8::1 - alice')],
  ])('reads %s', (one) => {
    expect(isUsual(one)).toBe(true);
  });

  it.each([
    [lineOf('GET /a b HTTP/1.1')],
    [lineOf('GET http://a.example/ HTTP/1.1')],
    [`${lineOf('GET / HTTP/1.1')} 0.123`],
    [lineOf('GET / HTTP/1.1', 'x', '-', '192.0.2.7 - "a b"')],
  ])('leaves %s to the general reader', (one) => {
    expect(isUsual(one)).toBe(false);
  });

  it.each<[string, Partial<Source>, number]>([
    ['the combined format', {}, 1],
    ['a format to be found', { format: 'auto' }, 1],
    ['another format', { format: 'common' }, 0],
    ['rules for who its visitors are', { identity: {} }, 0],
    ['a sample rate', { sampleRate: 0.5 }, 0],
    ['fields behind the usual ones', { trailingFields: ['requestId'] }, 0],
  ])('knows lines of a source with %s by their bytes: %j', (_, settings, known) => {
    const source: Source = { name: 's', format: 'combined', ...settings };
    expect(knownRows(source, [lineOf('GET / HTTP/1.1')])).toBe(known);
  });

  it.each([
    ['addresses', (at: number) => [`10.${(at >> 7) + 100}.1.${(at & 127) + 100}`, GOOGLEBOT]],
    ['user agents', (at: number) => ['66.249.66.1', `${BINGBOT} ${10_000 + at}`]],
  ])('keeps crawlers of many %s apart', (_, impostor) => {
    const from = ([address = '', agent]: readonly string[]): string =>
      lineOf('GET / HTTP/1.1', agent, '-', `${address} - -`);
    const verified = from(['66.249.66.1', GOOGLEBOT]);
    const others = Array.from({ length: 5_000 }, (_one, at) => from(impostor(at)));
    expectSameRows({ name: 's', format: 'combined' }, [verified, ...others], asMessages);
  });

  it('remembers what a query makes of one role alone', () => {
    const lines = ['/login?q=1', '/?q=1', '/login?q=1', '/?q=1'].map((target) =>
      lineOf(`GET ${target} HTTP/1.1`),
    );
    expectSameRows({ name: 's', format: 'combined' }, lines);
  });

  it('makes the rows the general reader makes of a source with settings', () => {
    const source: Source = {
      name: 's',
      format: 'combined',
      defaultHost: 'Default.example',
      clockCorrectionMs: -7,
    };
    const heads = ['192.0.2.7 - -', '192.0.2.7 - alice', '192.0.2.8 - bob'];
    expectSameRows(
      source,
      heads.map((head) => lineOf('GET /a?b HTTP/1.1', 'x', '-', head)),
    );
  });

  it('makes the rows the general reader makes of crawlers and those that say they are', () => {
    const heads = ['66.249.66.1 - -', '192.0.2.7 - -', '157.55.39.1 - -'];
    const lines = heads.flatMap((head) =>
      [GOOGLEBOT, BINGBOT, 'x'].map((agent) => lineOf('GET / HTTP/1.1', agent, '-', head)),
    );
    expectSameRows({ name: 's', format: 'combined' }, [...lines, ...lines.toReversed()]);
  });

  it('makes the rows the general reader makes of a path with one method and another, with a query and without', () => {
    const requests = ['GET', 'GETX', 'POST', 'HEAD', 'CONNECT'].flatMap((method) =>
      [
        '/',
        '/1.php',
        '/wp-login.php',
        '/x.css',
        '/search',
        '/forum.php',
        '/author/',
        '/api/items',
      ].flatMap((path) =>
        ['', '?', '?q=1', '?action=postreply', '?add-to-cart=1', '?author=1', '?s=%27--'].map(
          (query) => `${method} ${path}${query} HTTP/1.1`,
        ),
      ),
    );
    const lines = requests.map((request) => lineOf(request));
    expectSameRows({ name: 's', format: 'combined' }, [...lines, ...lines.toReversed()]);
  });
});
