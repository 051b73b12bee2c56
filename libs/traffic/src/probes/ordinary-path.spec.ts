import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requestProbe } from '../request-probe.js';
import { PANEL_PATHS, PANEL_SEGMENTS } from './admin-panel.js';
import { ROOT_FILES, SCANNER_MARKS, VERSION_FILES } from './enumeration.js';
import { EXPLOIT_PARTS } from './exploit.js';
import { isOrdinaryPath } from './ordinary-path.js';
import { SENSITIVE_NAMES, SENSITIVE_PATHS } from './sensitive-file.js';

const known = [
  ...[PANEL_PATHS, PANEL_SEGMENTS, ROOT_FILES, SCANNER_MARKS, VERSION_FILES],
  ...[EXPLOIT_PARTS, SENSITIVE_NAMES, SENSITIVE_PATHS],
].flatMap((entries) => [...entries]);
const habits =
  'backup db www 1 a qq shell c99 wp-config users etc passwd hosts php.ini bin sh bash win.ini system32 proc self pma2020 phpMyAdmin-4.8 .env .git .. . ~ _bak _old .php .php5 .PHP .jsp .zip .sql .tar.gz .bak .old .json .7z .pl .1 .dist wp-json wp v2 users api p 4711'.split(
    ' ',
  );
const part = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...habits));
const path = fc
  .array(fc.tuple(fc.constantFrom('/', '/', '', '-', '.'), part), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.flat().join('')}`.replace(/^\/\//, '/'));

describe('isOrdinaryPath', () => {
  it('says yes only of paths in which no dictionary finds anything', () => {
    fc.assert(
      fc.property(path, (one) => {
        // With a query the dictionaries themselves are asked.
        if (isOrdinaryPath(one)) expect(requestProbe('GET', one, 'x', '')).toBe('');
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['/', '/p/4711/oak-chair', '/api/v2/stock/17', '/Images/a_b.webp', '/robots.txt'])(
    'says yes of %s',
    (one) => {
      expect(isOrdinaryPath(one)).toBe(true);
    },
  );

  it.each(['/.env', '/a/../b', '/x//y', '/backup.zip', '/phpMyAdmin/', '/a%20b', '/shell.php'])(
    'says no of %s',
    (one) => {
      expect(isOrdinaryPath(one)).toBe(false);
    },
  );
});
