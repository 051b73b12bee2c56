import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CrawlerDns, parseKeyDirectory } from '#libs/reference';
import { type SignedRequestRow, type Store } from '#libs/store';
import { identifyVisitor } from '../visitors/identify-visitor.js';
import { type Claimant, CrawlerProver } from './crawler-prover.js';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const YANDEX = 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)';
const ADDRESS = '45.33.32.156';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const directory = parseKeyDirectory(
  JSON.stringify({
    agents: [
      {
        operator: 'Agents Ltd',
        agent: 'https://agents.example',
        keys: [publicKey.export({ format: 'jwk' })],
      },
    ],
  }),
);
const [keyId = ''] = directory.keys();

function signedRow(agent: string, by: KeyObject = privateKey): SignedRequestRow {
  const params = `("@authority");created=1764500000;expires=1764503600;keyid="${keyId}";tag="web-bot-auth"`;
  const base = `"@authority": shop.example\n"@signature-params": ${params}`;
  const signature = sign(null, Buffer.from(base), by).toString('base64');
  return {
    address: ADDRESS,
    agent,
    at: 1_764_500_100_000,
    method: 'GET',
    scheme: 'https',
    authority: 'shop.example',
    path: '/',
    query: '',
    headers: { 'signature-input': `sig=${params}`, signature: `sig=:${signature}:` },
  };
}

const storeWith = (...rows: SignedRequestRow[]): Store =>
  ({ query: () => Promise.resolve(rows) }) as unknown as Store;

const claimant = (...agents: string[]): Claimant => ({
  address: ADDRESS,
  agents,
  firstSeen: 0,
  lastSeen: 1,
});

describe(CrawlerProver.name, () => {
  const bySignature = new CrawlerProver(null, directory);

  it('names an agent that drives a browser by its signature', async () => {
    const proofs = await bySignature.prove(storeWith(signedRow(CHROME)), [claimant(CHROME)]);
    expect(identifyVisitor(ADDRESS, [CHROME], proofs)).toMatchObject({
      crawler: { operator: 'Agents Ltd' },
      verification: 'signature',
      impostor: false,
    });
  });

  it('calls who signs with another key an impostor, whatever else it signs', async () => {
    const forged = signedRow(CHROME, generateKeyPairSync('ed25519').privateKey);
    const proofs = await bySignature.prove(storeWith(signedRow(CHROME), forged), [
      claimant(CHROME),
    ]);
    expect(identifyVisitor(ADDRESS, [CHROME], proofs)).toMatchObject({ impostor: true });
  });

  it("proves nothing by somebody's signature under somebody else's name", async () => {
    const proofs = await bySignature.prove(storeWith(signedRow(YANDEX)), [claimant(YANDEX)]);
    expect(identifyVisitor(ADDRESS, [YANDEX], proofs)).toMatchObject({
      crawler: { operator: 'Yandex' },
      verification: 'none',
      impostor: false,
    });
  });

  it('asks DNS where published addresses do not tell, and only there', async () => {
    const asked: string[] = [];
    const port = {
      namesOf: (name: string) => {
        asked.push(name);
        return Promise.resolve({ values: ['spider.yandex.com'], ttlSeconds: 60 });
      },
      addressesOf: () => Promise.resolve({ values: [ADDRESS], ttlSeconds: 60 }),
    };
    const limits = { questionsPerSecond: 9, leastTtlSeconds: 1, mostTtlSeconds: 9, mostAnswers: 9 };
    const byDns = new CrawlerProver(new CrawlerDns(port, { ...limits, now: () => 0 }), new Map());
    const agents = [YANDEX, GOOGLEBOT, CHROME];
    const proofs = await byDns.prove(storeWith(), [claimant(...agents), claimant(YANDEX)]);
    expect(asked).toEqual(['156.32.33.45.in-addr.arpa']);
    expect(identifyVisitor(ADDRESS, [YANDEX], proofs)).toMatchObject({ verification: 'dns' });
    expect(identifyVisitor(ADDRESS, [GOOGLEBOT], proofs)).toMatchObject({ impostor: true });
  });
});
