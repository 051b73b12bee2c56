import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { pathRole } from './path-role.js';
import { pathTemplate } from './path-template.js';
import { redactPath } from './redact/redact-path.js';
import { redactQuery } from './redact/redact-query.js';
import { requestProbe } from './request-probe.js';
import { UrlReader } from './url-reader.js';

const keyedHash = (value: string): string => `${value.length}abcdefgh`;

const METHODS = ['GET', 'POST', 'HEAD', 'DELETE', 'PROPFIND', 'X'];
const PATHS =
  '/ /a.php /login /products/4711 /wp-json/wp/v2/users /index.php /search /x/../../etc/passwd /.env /%2e%2e/a /autodiscover/autodiscover.xml /reset/0123456789abcdef0 /my-account/ /img/a.png'.split(
    ' ',
  );
const PAIRS =
  'q=shoes page=2 author=1 context=edit action=lostpassword token=abc rest_route=/wp/v2/users id=1+union+select+1 f=../../etc/passwd u=a@b.example card=4111111111111111 n=DE89370400440532013000 v=%3Cscript%3E s=invokefunction t=1795384800000 w=red+hat'.split(
    ' ',
  );

const url = fc.record({
  method: fc.constantFrom(...METHODS),
  path: fc.oneof(fc.constantFrom(...PATHS), fc.webPath()),
  query: fc.oneof(
    fc.array(fc.constantFrom(...PAIRS), { maxLength: 4 }).map((pairs) => pairs.join('&')),
    fc.webQueryParameters(),
  ),
});

describe('UrlReader', () => {
  it('remembers nothing but what it would find out again', () => {
    const urls = new UrlReader(keyedHash);
    fc.assert(
      fc.property(url, ({ method, path, query }) => {
        const redacted = redactPath(path, keyedHash);
        expect(urls.read(method, path, query)).toEqual({
          path: redacted,
          query: redactQuery(query, keyedHash),
          template: pathTemplate(redacted.text),
          role: pathRole(method, path, query),
          probe: requestProbe(method, path, query, ''),
        });
      }),
      { numRuns: 3_000 },
    );
  });
});
