import { describe, expect, it } from '@jest/globals';
import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { applySourceIdentity } from './apply-source-identity.js';
import { type MaterialPlace } from './material-place.js';
import { type SourceIdentity } from './source-identity.js';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const token = (claims: unknown): string =>
  `${base64url('{"alg":"PS256"}')}.${base64url(JSON.stringify(claims))}.c2lnbmF0dXJl`;

function identified(
  identity: SourceIdentity | undefined,
  logged: Partial<RawRequest>,
  headers?: Readonly<Record<string, string>>,
): RawRequest {
  const request = { ...emptyRawRequest(), ...logged };
  if (headers !== undefined) detailsOf(request).headers = new Map(Object.entries(headers));
  applySourceIdentity(identity)(request);
  return request;
}

/** What an account is taken to be. */
const account = (
  place: MaterialPlace,
  headers: Readonly<Record<string, string>>,
  target = '/',
): string => identified({ account: [place] }, { target }, headers).account;

describe('applySourceIdentity', () => {
  it('changes nothing where nothing is configured', () => {
    const logged = { client: '192.0.2.1:80', forwardedFor: '198.51.100.1', session: 's' };
    expect(identified(undefined, logged)).toEqual({ ...emptyRawRequest(), ...logged });
    expect(identified({}, logged)).toEqual({ ...emptyRawRequest(), ...logged });
  });

  it('puts the true client in place, and the peer where it is somebody else', () => {
    const identity = { trustedProxies: ['10.0.0.0/8'] };
    expect(
      identified(identity, { client: '10.0.0.1:99', forwardedFor: '192.0.2.1' }),
    ).toMatchObject({
      client: '192.0.2.1',
      peer: '10.0.0.1',
    });
    expect(identified(identity, { client: '192.0.2.1', forwardedFor: '192.0.2.9' })).toMatchObject({
      client: '192.0.2.1',
      peer: '',
    });
  });

  it('puts session, account, API client and consent in place, the first that is there', () => {
    const identity: SourceIdentity = {
      session: [{ query: 'sid' }, { cookie: '__Host-session' }],
      account: [{ header: 'x-psu-id' }, { path: '/accounts/{account}' }],
      apiClient: [{ header: 'x-ssl-client-s-dn', attribute: 'organizationIdentifier' }],
      consent: [{ header: 'authorization', claim: 'consent_id' }],
    };
    const request = identified(
      identity,
      { target: '/accounts/DE%2042/transactions?page=2', account: 'user', session: 'logged' },
      {
        cookie: 'theme=dark; x__Host-session=no; __Host-session="abc" ; b=c',
        'x-psu-id': '-',
        'x-ssl-client-s-dn': 'CN=tpp.example,2.5.4.97=PSDDE-BAFIN-123456,O=TPP GmbH,C=DE',
        authorization: `Bearer ${token({ sub: 'jane', consent_id: 'c-1' })}`,
      },
    );
    expect(request).toMatchObject({
      session: 'abc',
      account: 'DE 42',
      apiClient: 'PSDDE-BAFIN-123456',
      details: { consent: 'c-1' },
    });
    expect(identified(identity, { account: 'user', session: 'logged' })).toMatchObject({
      session: 'logged',
      account: 'user',
      apiClient: '',
      details: null,
    });
  });

  it('reads query parameters by their whole name', () => {
    expect(account({ query: 'id' }, {}, '/a?sid=1&id=a%2Fb&id=2')).toBe('a/b');
    expect(account({ query: 'id' }, {}, '/a?sid=1')).toBe('');
    expect(account({ query: 'id' }, {}, '/id=1')).toBe('');
  });

  it.each([
    ['/accounts/{account}', '/accounts/7?x=1', '7'],
    ['/accounts/{account}', 'https://api.example/accounts/7/balances', '7'],
    ['/v1/*/accounts/{id}/*', '/v1/retail/accounts/7/x', '7'],
    ['/accounts/{account}', '/accounts', ''],
    ['/accounts/{account}', '/v1/accounts/7', ''],
    ['/accounts/{account}', '*', ''],
    ['/accounts', '/accounts/7', ''],
  ])('takes a part of the path: %s of %s', (path, target, part) => {
    expect(account({ path }, {}, target)).toBe(part);
  });

  it('takes claims of tokens, and nothing of what is no token', () => {
    const bearer = `Bearer ${token({ sub: 'jänе-%41', n: 42, a: { b: 'deep' }, 'x.y': 'flat', o: [] })}`;
    const claim = (name: string, authorization = bearer): string =>
      account({ header: 'authorization', claim: name }, { authorization });
    expect(claim('sub')).toBe('jänе-%41');
    expect(claim('n')).toBe('42');
    expect(claim('a.b')).toBe('deep');
    expect(claim('x.y')).toBe('flat');
    expect(claim('o')).toBe('');
    expect(claim('constructor')).toBe('');
    expect(claim('__proto__')).toBe('');
    expect(claim('sub', 'Bearer opaque')).toBe('');
    expect(claim('sub', 'a.b.c')).toBe('');
    expect(claim('sub', `a.${base64url('[1]')}.c`)).toBe('');
    expect(claim('sub', `a.${base64url('{"sub":"')}.c`)).toBe('');
    expect(claim('sub', token({ sub: 'x'.repeat(20_000) }))).toBe('');
    expect(account({ cookie: 'id', claim: 'sub' }, { cookie: `id=${token({ sub: 'joe' })}` })).toBe(
      'joe',
    );
  });

  it.each([
    ['CN=a\\, b,O=c', 'CN', 'a, b'],
    ['O="c, d;e"+CN=a', 'o', 'c, d;e'],
    ['/C=DE/O=TPP/organizationIdentifier=PSDDE-1/CN=tpp', 'organizationIdentifier', 'PSDDE-1'],
    ['OID.2.5.4.97=#0c0750534444452d31, CN=x', 'organizationIdentifier', 'PSDDE-1'],
    ['CN=J\\C3\\A4ne', 'CN', 'Jäne'],
    ['Hash=1;Subject="CN=far";URI=,By=2;Subject="O=b,CN=near";URI=spiffe://x', 'CN', 'near'],
    ['CN=a', 'organizationIdentifier', ''],
    ['', 'CN', ''],
    ['CN', 'CN', ''],
  ])('takes an attribute of a certificate: %s', (dn, attribute, value) => {
    expect(account({ header: 'dn', attribute }, { dn })).toBe(value);
  });

  it('reads hostile headers in linear time', () => {
    const places: MaterialPlace[] = [
      { header: 'h', claim: 'a.b.c' },
      { header: 'h', attribute: 'CN' },
      { cookie: 'a' },
      { query: 'a' },
      { path: '/*/{a}' },
    ];
    const start = process.cpuUsage();
    for (const unit of ['.', 'a=', ' a=', ';', '\\', '"', '%', '/', 'CN=', 'Subject="', '=', 'é']) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      for (const place of places) {
        account(place, { h: text, cookie: text }, `/?${text}`);
        account(place, { h: `a.${text}.b`, cookie: `${text} a` }, `/${text}`);
      }
    }
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });
});
