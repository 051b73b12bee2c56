import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readClfTail } from './clf-tail.js';
import { scanAnyLine } from './clf-line.js';
import { readUsualLine } from './usual-line.js';

const USUAL =
  '192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET /a?b=c HTTP/1.1" 200 512 "https://shop.example/" "Mozilla/5.0"';

/** Parts of a line: those of usual lines, and what could be there instead. */
const PARTS = [
  ['192.0.2.7', '192.0.2.256', '2001:db8::1', 'host.example', '-', '01.2.3.4'],
  [' - - [', ' - bob [', '  - - ['],
  ['22/Nov/2026:22:00:00 +0000', '22/Nov/2026:22:00:01 -0130', '31/Feb/2026:22:00:00 +0000', ''],
  ['] "', ']  "'],
  [
    'GET /a?b=c HTTP/1.1',
    'POST /x HTTP/2.0',
    'GET http://x.example/ HTTP/1.1',
    'GET /a b HTTP/1.0',
  ],
  ['" 200 512 "', '" 301 - "', '" - - "', '" 20 1 "', '" 99999 1 "'],
  ['https://shop.example/', '-', '', 'a\\"b'],
  ['" "', '"  "', '"'],
  ['Mozilla/5.0', '-', '\\x22', 'ü'],
  ['"', '" "198.51.100.9"', '" 0.123', ''],
] as const;

const mostlyTheFirst = (choices: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(choices[0] ?? '') },
    { weight: 1, arbitrary: fc.constantFrom(...choices) },
  );
const lines = fc.tuple(...PARTS.map(mostlyTheFirst)).map((parts) => parts.join(''));

describe('readUsualLine', () => {
  it('reads the usual line', () => {
    expect(readUsualLine(USUAL, readClfTail)).toMatchObject({
      client: '192.0.2.7',
      target: '/a?b=c',
    });
  });

  it('reads nothing otherwise than the whole grammar does', () => {
    let usual = 0;
    fc.assert(
      fc.property(lines, (line) => {
        const read = readUsualLine(line, readClfTail);
        if (read === null) return;
        usual += 1;
        expect(scanAnyLine(line, 'guess', readClfTail)).toEqual(read);
        expect(scanAnyLine(line, 'client', readClfTail)).toEqual(read);
      }),
      { numRuns: 20_000 },
    );
    expect(usual).toBeGreaterThan(1_000);
  });

  it('gives up on a line that is cut anywhere', () => {
    for (let length = 0; length < USUAL.length; length++) {
      expect(readUsualLine(USUAL.slice(0, length), readClfTail)).toBeNull();
    }
  });
});
