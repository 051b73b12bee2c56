import { verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseKeyDirectory } from './key-directory.js';
import { signatureBase } from './signature-base.js';
import { signatureInputs } from './signature-input.js';
import { type SignedRequest } from './signed-request.js';
import { verifySignature } from './verify-signature.js';

/** `test-key-ed25519` of RFC 9421, appendix B.1.4. */
const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' };
const THUMBPRINT = 'poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U';

const directory = parseKeyDirectory(
  JSON.stringify({
    agents: [{ operator: 'Example', agent: 'https://signature-agent.test/', keys: [jwk] }],
  }),
);

/** The first vector of draft-meunier-web-bot-auth-architecture, as Cloudflare's test data has it (2025-01-01 for a century). */
const signed: SignedRequest = {
  at: Date.parse('2025-06-01T00:00:00Z'),
  method: 'GET',
  scheme: 'https',
  authority: 'example.com',
  path: '/',
  query: '',
  headers: {
    'signature-input': `sig1=("@authority");created=1735689600;keyid="${THUMBPRINT}";alg="ed25519";expires=4889289600;nonce="zIW8+cdmA3vdYagbxojpONwa/l0EKJ/O3/wD486VvsQjO/RxPaSt6ZxvQaMcQzNnqKN/mQ6hpGiFro2L2qkz5A==";tag="web-bot-auth"`,
    signature:
      'sig1=:QKN4fTdIYfh82fvoZCQiQA1weuozfCS/Led2zTMbewMMqH8PI2Wsy/5c4ao6B6D09nraNQdBNOADg8aM1MqfCg==:',
  },
};

describe('RFC 9421', () => {
  it('builds the signature base of appendix B.2.6, which its signature fits', () => {
    const [input] = signatureInputs(
      'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
    );
    expect(input).toBeDefined();
    const base =
      input &&
      signatureBase(input, {
        ...signed,
        method: 'POST',
        path: '/foo',
        query: 'param=Value&Pet=dog',
        headers: {
          date: 'Tue, 20 Apr 2021 02:07:55 GMT',
          'content-type': 'application/json',
          'content-length': '18',
        },
      });
    expect(base?.split('\n')).toEqual([
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    ]);
    const key = directory.get(THUMBPRINT)?.key;
    expect(key && input && verify(null, Buffer.from(base ?? ''), key, input.signature)).toBe(true);
  });
});

describe(verifySignature.name, () => {
  it('verifies the vector of the draft and names the operator', () => {
    expect(verifySignature(signed, directory)).toEqual({
      outcome: 'verified',
      operator: 'Example',
    });
  });

  it('calls a signature for another host forged', () => {
    expect(verifySignature({ ...signed, authority: 'shop.example' }, directory)).toEqual({
      outcome: 'forged',
      operator: 'Example',
    });
  });

  const changed = (from: string, to: string): SignedRequest['headers'] => ({
    ...signed.headers,
    'signature-input': String(signed.headers['signature-input']).replace(from, to),
  });

  it.each([
    ['after its time', { at: Date.parse('2125-01-01T00:00:00Z') }],
    ['before its time', { at: Date.parse('2024-12-31T23:00:00Z') }],
    ['by an unknown key', { headers: changed(THUMBPRINT, 'somebody-elses') }],
    ['for another purpose', { headers: changed('web-bot-auth', 'payment') }],
    ['over what the log lacks', { headers: changed('"@authority"', '"@authority" "x-secret"') }],
    [
      'of another agent',
      { headers: { ...signed.headers, 'signature-agent': '"https://other.test"' } },
    ],
    ['with a header that is none', { headers: { ...signed.headers, signature: 'sig1=???' } }],
    ['without headers', { headers: {} }],
  ])('says nothing of a signature %s', (_case, part) => {
    expect(verifySignature({ ...signed, ...part }, directory).outcome).toBe('none');
  });

  it('reads the agent as text and as member of a dictionary', () => {
    for (const header of [
      '"https://signature-agent.test"',
      'agent2="https://signature-agent.test/"',
    ]) {
      const headers = { ...signed.headers, 'signature-agent': header };
      expect(verifySignature({ ...signed, headers }, directory).outcome).toBe('verified');
    }
  });

  it('cannot rebuild a path that was redacted', () => {
    const headers = changed('("@authority")', '("@authority" "@path")');
    const path = '/reset/~redacted:0a1b2c3d~';
    expect(verifySignature({ ...signed, headers, path }, directory).outcome).toBe('none');
  });
});

describe(parseKeyDirectory.name, () => {
  it('names keys by their thumbprint', () => {
    expect([...directory.keys()]).toEqual([THUMBPRINT]);
  });

  it('leaves other kinds of keys out and names what is wrong', () => {
    const rsa = { agents: [{ operator: 'E', agent: 'https://e.test', keys: [{ kty: 'RSA' }] }] };
    expect(parseKeyDirectory(JSON.stringify(rsa)).size).toBe(0);
    const wrong = { agents: [{ operator: '', agent: 'x', keys: {} }] };
    expect(() => parseKeyDirectory(JSON.stringify(wrong))).toThrow(
      /agents\[0\]\.operator.*agents\[0\]\.agent.*agents\[0\]\.keys/,
    );
    const short = {
      agents: [{ operator: 'E', agent: 'https://e.test', keys: [{ ...jwk, x: 'a' }] }],
    };
    expect(() => parseKeyDirectory(JSON.stringify(short))).toThrow('keys[0].x');
  });
});
