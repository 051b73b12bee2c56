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

const POST: readonly (readonly [string, PathRole])[] = [
  ['/cart/coupon', 'coupon'],
  ['/checkout/apply-promo-code', 'coupon'],
  ['/api/gift-cards/balance', 'coupon'],
  ['/kasse/gutschein-einlösen', 'coupon'],
  ['/panier/code-promo', 'coupon'],
  ['/cart/discount', 'coupon'],
  ['/?wc-ajax=apply_coupon', 'coupon'],
  ['/captcha/verify', 'challenge'],
  ['/.within.website/x/cmd/anubis/api/pass-challenge', 'challenge'],
  ['/cdn-cgi/challenge-platform/h/b/flow/ov1/12:34', 'challenge'],
  ['/mfa/challenge', 'otp'],
  ['/auth/challenge', 'otp'],
  ['/wp-comments-post.php', 'contribution'],
  ['/products/17/reviews', 'contribution'],
  ['/gaestebuch', 'contribution'],
  ['/contact-us', 'contribution'],
  ['/fr/livre-d-or', 'contribution'],
  ['/w/index.php?title=Main&action=submit', 'contribution'],
  ['/posting.php?mode=reply', 'contribution'],
  ['/wp-json/wp/v2/comments', 'contribution'],
  ['/отзывы', 'contribution'],
  ['/poll/12', 'vote'],
  ['/posts/12/like', 'vote'],
  ['/umfrage/abstimmen', 'vote'],
  ['/wp-admin/admin-ajax.php?action=vote', 'vote'],
  ['/auctions/12/bids', 'bid'],
  ['/auktion/12/gebot', 'bid'],
  ['/enchères/12/enchérir', 'bid'],
  ['/api/payees', 'payee'],
  ['/payments/beneficiaries', 'payee'],
  ['/profile/add-address', 'payee'],
  ['/checkout/addresses', 'checkout'],
  ['/events/12/reserve', 'cart'],
  ['/booking', 'cart'],
  ['/seats/hold', 'cart'],
  ['/posts/search', 'search'],
  ['/account/login', 'login'],
];

const LOOKS: readonly (readonly [string, PathRole])[] = [
  ['/blog/how-to-vote', 'other'],
  ['/blog/vote', 'other'],
  ['/product/gift-card', 'item'],
  ['/tag/captcha', 'listing'],
  ['/category/vouchers', 'listing'],
  ['/contact', 'other'],
  ['/products/17/reviews', 'listing'],
  ['/posts', 'other'],
  ['/open-banking/v3.1/aisp/accounts/1/beneficiaries', 'accounts'],
  ['/promotions', 'other'],
  ['/cart?coupon=SAVE10', 'coupon'],
  ['/?coupon=SAVE10', 'other'],
  ['/captcha/new', 'challenge'],
  ['/captcha.js', 'asset'],
  ['/cdn-cgi/challenge-platform/scripts/jsd/main.js', 'asset'],
  ['/vote?id=12&how=up', 'vote'],
];

describe('pathRole', () => {
  it.each(POST)('takes POST %s for %s', (url, role) => {
    const [path = '', query = ''] = url.split('?');
    expect(pathRole('POST', path, query)).toBe(role);
  });

  it.each(LOOKS)('takes a look at %s for %s', (url, role) => {
    const [path = '', query = ''] = url.split('?');
    expect(pathRole('GET', path, query)).toBe(role);
  });

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
