import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { createClientFinder } from './client-finder.js';
import { type SourceIdentity } from './source-identity.js';

interface Logged {
  readonly client?: string;
  readonly peer?: string;
  readonly forwardedFor?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly clientClaimed?: boolean;
}

function request({ headers, clientClaimed = false, ...logged }: Logged): RawRequest {
  const raw = { ...emptyRawRequest(), client: '10.0.0.9', ...logged };
  if (headers !== undefined) detailsOf(raw).headers = new Map(Object.entries(headers));
  if (clientClaimed) detailsOf(raw).clientClaimed = true;
  return raw;
}

const found = (identity: SourceIdentity, logged: Logged): string => {
  const { client, from } = createClientFinder(identity)(request(logged));
  return `${client} (${from})`;
};

const PROXIES: SourceIdentity = { trustedProxies: ['10.0.0.0/8', '2001:db8:ffff::/48'] };

describe('createClientFinder', () => {
  it('leaves the client as logged where no proxy is trusted', () => {
    expect(found({}, { client: '192.0.2.1', forwardedFor: '198.51.100.1' })).toBe(
      '192.0.2.1 (logged)',
    );
    expect(found({ session: [{ cookie: 'sid' }] }, { client: 'host.example' })).toBe(
      'host.example (logged)',
    );
  });

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['192.0.2.66, 198.51.100.7', '198.51.100.7'],
    ['192.0.2.66, 198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['192.0.2.66,198.51.100.7:4711 ,10.1.2.3:80', '198.51.100.7'],
    ['192.0.2.66, 2001:DB8::7, 2001:db8:ffff::1', '2001:db8::7'],
    ['192.0.2.66, [2001:db8::7]:443, ::ffff:10.1.1.1', '2001:db8::7'],
    // Everything is a trusted proxy: the outermost of them sent it.
    ['10.3.3.3, 10.2.2.2', '10.3.3.3'],
    // Behind the first unknown nothing is known; the nearest hop stands for it.
    ['198.51.100.7, unknown, 10.2.2.2', '10.2.2.2'],
    ['198.51.100.7, unknown', '10.0.0.9'],
  ])('reads %p from the right as %p', (forwardedFor, client) => {
    expect(found(PROXIES, { forwardedFor })).toBe(`${client} (x-forwarded-for)`);
  });

  it('believes no header of a peer that is no trusted proxy', () => {
    const logged = {
      client: '203.0.113.5',
      forwardedFor: '198.51.100.7',
      headers: { 'cf-connecting-ip': '198.51.100.8', forwarded: 'for=198.51.100.9' },
    };
    const identity = {
      ...PROXIES,
      clientAddressHeaders: ['cf-connecting-ip', 'forwarded', 'x-forwarded-for'],
    };
    expect(found(identity, logged)).toBe('203.0.113.5 (untrusted_peer)');
    expect(found(identity, { ...logged, peer: '203.0.113.6' })).toBe(
      '203.0.113.6 (untrusted_peer)',
    );
    expect(found(identity, { ...logged, peer: '[::ffff:10.0.0.1]:443' })).toBe(
      '198.51.100.8 (cf-connecting-ip)',
    );
  });

  it('takes the headers in the order of the source, the first present counts', () => {
    const identity = { ...PROXIES, clientAddressHeaders: ['true-client-ip', 'forwarded'] };
    const forwarded = 'for=192.0.2.66, for="[2001:db8::7]:4711";by=10.0.0.1;proto=https';
    expect(found(identity, { headers: { forwarded } })).toBe('2001:db8::7 (forwarded)');
    expect(found(identity, { headers: { forwarded, 'true-client-ip': ' 198.51.100.8 ' } })).toBe(
      '198.51.100.8 (true-client-ip)',
    );
    expect(found(identity, { headers: { forwarded, 'true-client-ip': 'nobody' } })).toBe(
      '2001:db8::7 (forwarded)',
    );
    expect(found(identity, { forwardedFor: '198.51.100.7' })).toBe('10.0.0.9 (logged)');
  });

  it('counts hops where the addresses of proxies are not known', () => {
    const forwardedFor = '192.0.2.66, 198.51.100.7, 203.0.113.1';
    expect(found({ trustedHops: 1 }, { forwardedFor })).toBe('203.0.113.1 (x-forwarded-for)');
    expect(found({ trustedHops: 2 }, { forwardedFor })).toBe('198.51.100.7 (x-forwarded-for)');
    expect(found({ trustedHops: 9 }, { forwardedFor: '198.51.100.7' })).toBe(
      '198.51.100.7 (x-forwarded-for)',
    );
    expect(found({ trustedHops: 2 }, { forwardedFor: '192.0.2.66, unknown, 203.0.113.1' })).toBe(
      '203.0.113.1 (x-forwarded-for)',
    );
    expect(found({ ...PROXIES, trustedHops: 2 }, { client: '192.0.2.1', forwardedFor })).toBe(
      '192.0.2.1 (untrusted_peer)',
    );
  });

  it('knows a proxy on the same machine', () => {
    const logged = { client: 'unix:', forwardedFor: '192.0.2.66, 198.51.100.7' };
    expect(found({ trustedProxies: ['unix:'] }, logged)).toBe('198.51.100.7 (x-forwarded-for)');
    expect(found(PROXIES, logged)).toBe('unix: (untrusted_peer)');
  });

  it('keeps the client that the server found itself where a trusted proxy says nothing', () => {
    expect(found(PROXIES, { client: '198.51.100.7', peer: '10.0.0.1' })).toBe(
      '198.51.100.7 (logged)',
    );
  });

  it('believes what the log claims only as far as proxies are trusted', () => {
    const envoy = {
      client: '192.0.2.66',
      forwardedFor: '192.0.2.66, 198.51.100.7, 10.1.2.3',
      clientClaimed: true,
    };
    expect(found({}, envoy)).toBe('10.1.2.3 (untrusted_peer)');
    expect(found(PROXIES, envoy)).toBe('198.51.100.7 (x-forwarded-for)');
    expect(found({ trustedHops: 1 }, envoy)).toBe('198.51.100.7 (x-forwarded-for)');
    const frontDoor = { client: '192.0.2.66', peer: '198.51.100.7', clientClaimed: true };
    expect(found({}, frontDoor)).toBe('198.51.100.7 (untrusted_peer)');
    expect(found(PROXIES, frontDoor)).toBe('198.51.100.7 (untrusted_peer)');
  });
});

const octet = fc.integer({ min: 0, max: 255 });
const proxy = fc.tuple(octet, octet, octet).map((parts) => `10.${parts.join('.')}`);
const outsider = fc.oneof(
  fc.tuple(octet, octet).map((parts) => `198.51.${parts.join('.')}`),
  octet.map((part) => `2001:db8:0:${(part + 1).toString(16)}::1`),
);
/** Whatever somebody may write who wants to be taken for somebody else. */
const spoof = fc.oneof(
  fc.string(),
  fc
    .array(fc.oneof(proxy, outsider, fc.constantFrom('unknown', '_x', '"', '\\', ',', ';for=')), {
      maxLength: 40,
    })
    .map((parts) => parts.join(', ')),
  fc.constantFrom('"', '\\"', 'for="', 'for="\\', 'for="192.0.2.1', ','.repeat(5_000)),
);

describe('a header of several hops', () => {
  const quote = (address: string): string => (address.includes(':') ? `"[${address}]"` : address);
  const spellings = {
    'x-forwarded-for': (hop: string) => hop,
    forwarded: (hop: string) => `for=${quote(hop)};proto=https;host="a\\"b,c;for=192.0.2.99"`,
  };

  it.each(Object.entries(spellings))(
    '%s: nothing left of the first hop that is not trusted changes the client',
    (header, spelling) => {
      const find = createClientFinder({ ...PROXIES, clientAddressHeaders: [header] });
      fc.assert(
        fc.property(outsider, fc.array(proxy, { maxLength: 20 }), spoof, (client, hops, lie) => {
          const honest = [client, ...hops].map(spelling).join(', ');
          for (const value of [honest, `${lie},${honest}`, `${lie}, ${honest}`]) {
            expect(find(request({ headers: { [header]: value } })).client).toBe(client);
          }
        }),
        { numRuns: 1_000 },
      );
    },
  );

  it('counted hops: nothing left of the last one changes the client', () => {
    fc.assert(
      fc.property(fc.array(outsider, { minLength: 1, maxLength: 20 }), spoof, (hops, lie) => {
        const find = createClientFinder({ trustedHops: hops.length });
        const honest = hops.join(', ');
        expect(find(request({ forwardedFor: honest })).client).toBe(hops[0]);
        expect(find(request({ forwardedFor: `${lie},${honest}` })).client).toBe(hops[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in linear time however long and strange it is', () => {
    const find = createClientFinder({ ...PROXIES, clientAddressHeaders: ['forwarded'] });
    const start = process.cpuUsage();
    for (const unit of ['"', '\\', '\\"', ',', ';', 'for=', 'for="', ' ', '10.0.0.1,']) {
      find(request({ headers: { forwarded: unit.repeat(1_000_000 / unit.length) } }));
    }
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});
