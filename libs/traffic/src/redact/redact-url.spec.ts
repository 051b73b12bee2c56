import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { redactText } from './redact-text.js';
import { redactUrl } from './redact-url.js';

const keyedHash = (value: string): string =>
  createHmac('sha256', 'a key for tests').update(value).digest('hex');

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.c2lnbmF0dXJlLW9mLW5vYm9keQ';

/** What is planted, and what of it must not survive. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['password=hunter2xyz', 'hunter2xyz', 'query:password'],
  ['user%5Bpassword%5D=hunter2xyz', 'hunter2xyz', 'query:password'],
  ['newPassword=hunter2xyz', 'hunter2xyz', 'query:password'],
  ['p%61ssword=hunter2xyz', 'hunter2xyz', 'query:password'],
  ['access_token=s3cr3t-value', 's3cr3t-value', 'query:token'],
  ['shareToken=ABCDsecret', 'ABCDsecret', 'query:token'],
  ['code=8d7f6a5b', '8d7f6a5b', 'query:code'],
  ['otp=123456', '123456', 'query:code'],
  ['PHPSESSID=0123456789abcdef', '0123456789abcdef', 'query:session'],
  ['api_key=AKIA123456', 'AKIA123456', 'query:key'],
  ['X-Amz-Signature=deadbeef00', 'deadbeef00', 'query:signature'],
  ['a=1;sid=zyxwv', 'zyxwv', 'query:session'],
  [`x=${JWT}`, JWT.slice(20, 60), 'query:jwt'],
  ['contact=jane.doe%40example.com', 'jane.doe', 'query:email'],
  ['contact=jane.doe%2540example.com', 'jane.doe', 'query:email'],
  ['jane.doe@example.com', 'jane.doe', 'query:email'],
  ['ref=4111111111111111', '4111111111111111', 'query:card'],
  ['ref=4111+1111+1111+1111', '1111+1111', 'query:card'],
  ['to=DE89370400440532013000', '370400440532013000', 'query:iban'],
  ['to=DE89+3704+0044+0532+0130+00', '0532', 'query:iban'],
  ['next=%2Freset%3Ftoken%3Dabcdefgh', 'abcdefgh', 'query:token'],
  [`blob=${'aZ3'.repeat(15)}`, 'aZ3aZ3', 'query:opaque'],
];

const HARMLESS = [
  'page=2&sort=price',
  'ver=5.9&load%5Bchunk_0%5D=dashicons,admin-bar',
  'lat=-31.9256886&lon=-65.0518922&timestamp=1606424229',
  '_=1391904000000',
  'id=4111111111111112',
  'to=DE88370400440532013000',
  'v=959e9a59ea8537cad1fc86fc3f18f914',
  'token=&password=',
  'img=icon@2x.png',
  'q=how+to+reset+a+password',
];

describe('redactUrl', () => {
  it.each(PLANTED)('hides the secret of %s', (query, secret, redaction) => {
    const redacted = redactUrl(
      { path: '/', query, referer: `https://a.example/p?${query}` },
      keyedHash,
    );
    expect(redacted.query).not.toContain(secret);
    expect(redacted.referer).not.toContain(secret);
    expect(redacted.query).toMatch(/~redacted:[0-9a-f]{8}~/);
    expect(redacted.redactions).toEqual([redaction, redaction.replace('query', 'referer')]);
  });

  it.each(HARMLESS)('leaves %s alone', (query) => {
    expect(redactUrl({ path: '/', query, referer: '' }, keyedHash)).toEqual({
      path: '/',
      query,
      referer: '',
      redactions: [],
    });
  });

  it('gives equal secrets equal markers, however they are encoded, and others others', () => {
    const of = (query: string): string =>
      redactUrl({ path: '', query, referer: '' }, keyedHash).query;
    expect(of('token=a%62c')).toBe(of('token=abc'));
    expect(of('token=abd')).not.toBe(of('token=abc'));
  });

  it('changes nothing the second time', () => {
    for (const [query] of PLANTED) {
      const once = redactUrl({ path: '/', query, referer: '' }, keyedHash);
      expect(redactUrl({ ...once }, keyedHash).query).toBe(once.query);
    }
  });

  it.each([
    ['/users/jane.doe@example.com/orders', 'jane.doe', 'path:email'],
    ['/users/jane.doe%40example.com', 'jane.doe', 'path:email'],
    ['/cart;jsessionid=0123ABCD', '0123ABCD', 'path:session'],
    ['/reset-password/MTIzNDU2Nzg5MGFi', 'MTIzNDU2', 'path:opaque'],
    [`/a/${JWT}`, JWT.slice(20, 60), 'path:jwt'],
    ['/pay/4111111111111111', '4111111111111111', 'path:card'],
  ])('hides the secret of the path %s', (path, secret, redaction) => {
    const redacted = redactUrl({ path, query: '', referer: '' }, keyedHash);
    expect(redacted.path).not.toContain(secret);
    expect(redacted.redactions).toEqual([redaction]);
  });

  it('hides who a referer was opened as', () => {
    const referer = 'https://jane:hunter2@intranet.example/';
    const redacted = redactUrl({ path: '', query: '', referer }, keyedHash);
    expect(redacted.referer).toMatch(/^https:\/\/~redacted:[0-9a-f]{8}~@intranet\.example\/$/);
  });
});

describe('redactText', () => {
  it.each([
    ['{"password": "hunter2", "a": 1', 'hunter2'],
    [String.raw`{\"password\":\"hunter2\"}`, 'hunter2'],
    ['Authorization: Basic amFuZTpodW50ZXIy', 'amFuZTpodW50ZXIy'],
    ['Cookie: a=1; theme=dark', 'theme'],
    ['GET /x?token=abcdefgh HTTP/1.1', 'abcdefgh'],
    ['from jane.doe@example.com, see', 'jane.doe'],
  ])('hides the secret of %s', (text, secret) => {
    const redacted = redactText(text, keyedHash);
    expect(redacted).not.toContain(secret);
    expect(redactText(redacted, keyedHash)).toBe(redacted);
  });

  it('is linear on what is written to make it slow', () => {
    for (const text of ['=', '@', 'eyJ', 'a@', '4 ', 'DE00', 'token=', 'eyJa.', '"\\"', 'a:']) {
      const start = process.cpuUsage();
      redactText(text.repeat(65_536 / text.length), keyedHash);
      expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
    }
  });
});
