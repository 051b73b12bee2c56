import { promises, type RecordWithTtl } from 'node:dns';
import { type DnsAnswer, type DnsPort } from './dns-port.js';

/** Node tells no TTL of PTR records; such answers are remembered this long. Assumption. */
const PTR_TTL_SECONDS = 3_600;
/** A name that does not exist is remembered this long: within RFC 2308's one to three hours at most. Assumption. */
const ABSENT_TTL_SECONDS = 900;

const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks name servers: those of the system, or `servers` (`address` or `address:port`). */
export class NodeDns implements DnsPort {
  readonly #resolver: promises.Resolver;

  constructor({ timeoutMs, servers = [] }: { timeoutMs: number; servers?: readonly string[] }) {
    this.#resolver = new promises.Resolver({ timeout: timeoutMs, tries: 1 });
    if (servers.length > 0) this.#resolver.setServers(servers);
  }

  /** `reverse` would do, but takes a timeout for a name that does not exist. */
  namesOf(reverseName: string): Promise<DnsAnswer> {
    return orAbsent(async () => ({
      values: await this.#resolver.resolvePtr(reverseName),
      ttlSeconds: PTR_TTL_SECONDS,
    }));
  }

  addressesOf(name: string, family: 4 | 6): Promise<DnsAnswer> {
    return orAbsent(async () => {
      const records: readonly RecordWithTtl[] =
        family === 4
          ? await this.#resolver.resolve4(name, { ttl: true })
          : await this.#resolver.resolve6(name, { ttl: true });
      return {
        values: records.map(({ address }) => address),
        ttlSeconds: Math.min(...records.map(({ ttl }) => ttl)),
      };
    });
  }
}

async function orAbsent(ask: () => Promise<DnsAnswer>): Promise<DnsAnswer> {
  try {
    return await ask();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (ABSENT.has(code)) return { values: [], ttlSeconds: ABSENT_TTL_SECONDS };
    throw error;
  }
}
