import { expect, it } from '@jest/globals';
import { loadBalancerUrl } from './load-balancer-url.js';

it.each([
  ['http://a.example:80/p?q=1', ['http', 'a.example', 80, '/p?q=1']],
  ['HTTPS://a.example/', ['https', 'a.example', null, '/']],
  ['https://a.example:8443', ['https', 'a.example', 8443, '/']],
  ['https://a.example:443?q=1', ['https', 'a.example', 443, '/?q=1']],
  ['https://[2001:db8::1]:443/p', ['https', '[2001:db8::1]', 443, '/p']],
  ['https://[2001:db8::1]/p', ['https', '[2001:db8::1]', null, '/p']],
  ['http://a.example:80-', ['http', 'a.example', 80, '']],
  ['http://a.example:80*', ['http', 'a.example', 80, '*']],
  ['http://a.example:99999/p', ['http', 'a.example', null, '/p']],
  ['http://', ['http', '', null, '/']],
  ['http://[broken/p', ['http', '[broken', null, '/p']],
])('takes %s apart', (url, parts) => {
  const { scheme, host, port, target } = loadBalancerUrl(url) ?? {};
  expect([scheme, host, port, target]).toStrictEqual(parts);
});

it.each(['/p', '-', '', 'a.example:443', '://a', 'longerthanany://a/'])(
  'says that %j is no absolute URL',
  (url) => {
    expect(loadBalancerUrl(url)).toBeNull();
  },
);
