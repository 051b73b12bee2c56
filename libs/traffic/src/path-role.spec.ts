import { describe, expect, it } from '@jest/globals';
import { pathRole } from './path-role.js';
import { type PathRole } from './path-roles.js';

const GET: readonly (readonly [string, PathRole])[] = [
  ['/wp-login.php', 'login'],
  ['/xmlrpc.php', 'login'],
  ['/accounts/login/', 'login'],
  ['/user/sign-in', 'login'],
  ['/kunden/anmelden', 'login'],
  ['/fr/se-connecter', 'login'],
  ['/iniciar-sesion', 'login'],
  ['/j_security_check', 'login'],
  ['/customer-login.html', 'login'],
  ['/wp-login.php?action=lostpassword', 'reset'],
  ['/wp-login.php?action=register', 'register'],
  ['/passwort-vergessen', 'reset'],
  ['/login/forgot-password', 'reset'],
  ['/mot-de-passe-oublie', 'reset'],
  ['/registrieren', 'register'],
  ['/inscription', 'register'],
  ['/mfa/challenge', 'otp'],
  ['/api/v1/otp/verify', 'otp'],
  ['/oauth/token', 'token'],
  ['/auth/realms/bank/protocol/openid-connect/token', 'token'],
  ['/auth/realms/bank/protocol/openid-connect/auth', 'login'],
  ['/open-banking/v3.1/aisp/accounts', 'accounts'],
  ['/open-banking/v3.1/aisp/accounts/22289/balances', 'accounts'],
  ['/open-banking/v3.1/aisp/account-access-consents', 'consent'],
  ['/open-banking/v3.1/pisp/domestic-payments', 'payment'],
  ['/v1/consents/abc/authorisations', 'consent'],
  ['/v1/payments/sepa-credit-transfers', 'payment'],
  ['/authorize', 'consent'],
  ['/ueberweisung', 'payment'],
  ['/checkout/', 'checkout'],
  ['/kasse', 'checkout'],
  ['/warenkorb', 'cart'],
  ['/?add-to-cart=17', 'cart'],
  ['/search?q=hat', 'search'],
  ['/?s=hat', 'search'],
  ['/suche', 'search'],
  ['/product/blue-hat', 'item'],
  ['/products/blue-hat', 'item'],
  ['/?product=beanie', 'item'],
  ['/products', 'listing'],
  ['/category/hats', 'listing'],
  ['/product-category/hats/', 'listing'],
  ['/static/app.js', 'asset'],
  ['/wp-includes/js/jquery/jquery.min.js?ver=3.6.0', 'asset'],
  ['/favicon.ico', 'asset'],
  ['/apple-touch-icon-120x120-precomposed.png', 'asset'],
  ['/login/logo.png', 'asset'],
  ['/feed/', 'feed'],
  ['/blog/tags/x?flav=rss20', 'listing'],
  ['/?feed=rss2', 'feed'],
  ['/sitemap.xml', 'feed'],
  ['/healthz', 'health'],
  ['/status', 'health'],
  ['/api/v2/devices', 'api'],
  ['/wp-json/wp/v2/posts', 'api'],
  ['/wp-admin/admin-ajax.php', 'api'],
  ['/graphql', 'api'],
  ['/', 'other'],
  ['', 'other'],
  ['/about', 'other'],
  ['/admin/auth/group', 'other'],
  ['/blog/how-to-reset-your-login-password', 'other'],
  ['/uploads/x.php', 'other'],
];

describe('pathRole', () => {
  it.each(GET)('takes GET %s for %s', (url, role) => {
    const [path = '', query = ''] = url.split('?');
    expect(pathRole('GET', path, query)).toBe(role);
  });

  it('tells signing in from looking by the method, where paths do not', () => {
    expect(pathRole('POST', '/api/session', '')).toBe('login');
    expect(pathRole('GET', '/api/session', '')).toBe('other');
    expect(pathRole('DELETE', '/api/session', '')).toBe('other');
    expect(pathRole('POST', '/my-account/', '')).toBe('login');
    expect(pathRole('GET', '/my-account/', '')).toBe('accounts');
  });
});
