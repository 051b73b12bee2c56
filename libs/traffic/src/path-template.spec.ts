import { describe, expect, it } from '@jest/globals';
import { pathTemplate } from './path-template.js';

describe('pathTemplate', () => {
  it.each([
    ['', ''],
    ['/', '/'],
    ['*', '*'],
    ['/accounts/4711/transactions', '/accounts/{id}/transactions'],
    ['/orders/7f1c2f3e-9d1c-4c6e-8a55-2f6f2b1f0c11/items', '/orders/{uuid}/items'],
    ['/files/7f1c2f3e-9d1c-4c6e-8a55-2f6f2b1f0c11.vcf', '/files/{uuid}.vcf'],
    ['/blog/2026/11/22/black-friday', '/blog/{date}/black-friday'],
    ['/logs/access.log.2015-04-28.gz', '/logs/access.log.{date}.gz'],
    ['/exports/20261122', '/exports/{date}'],
    ['/static/js/2.7ae8e4df.chunk.js', '/static/js/2.{token}.chunk.js'],
    ['/jquery-3.6.0.min.js', '/jquery-3.6.0.min.js'],
    ['/item/fbef2493eb1b8191acf97cd81af4992f', '/item/{token}'],
    ['/product/blue-wool-hat', '/product/{slug}'],
    ['/users/login', '/users/login'],
    ['/s/qdrXrZMw2mH2GzkTr7Ypq', '/s/{token}'],
    ['//xmlrpc.php', '/xmlrpc.php'],
    ['/login/', '/login'],
    ['/cart;jsessionid=~redacted:0a1b2c3d~', '/cart'],
    ['/reset/~redacted:0a1b2c3d~', '/reset/{redacted}'],
    [
      '/open-banking/v3.1/aisp/accounts/22289/balances',
      '/open-banking/v3.1/aisp/accounts/{id}/balances',
    ],
  ])('collapses %s to %s', (path, template) => {
    expect(pathTemplate(path)).toBe(template);
  });

  it('cuts what only a trap or a scanner writes', () => {
    const template = pathTemplate('/a'.repeat(1000));
    expect(template.length).toBeLessThanOrEqual(256);
    expect(template.endsWith('…')).toBe(true);
  });
});
