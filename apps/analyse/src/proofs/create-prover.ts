import { readFileSync } from 'node:fs';
import { ConfigError } from '#libs/platform';
import { CrawlerDns, type KeyDirectory, NodeDns, parseKeyDirectory } from '#libs/reference';
import { type AnalyseConfig } from '../analyse-config.js';
import { CrawlerProver } from './crawler-prover.js';

/** A name server that takes longer is no answer; the cycle waits for it. Assumption. */
const TIMEOUT_MS = 2_000;
/** As long as an answer is believed, whatever its TTL: five minutes to a day. Assumption. */
const LEAST_TTL_SECONDS = 300;
const MOST_TTL_SECONDS = 86_400;
/** Some 20 MB at most. */
const MOST_ANSWERS = 100_000;

/**
 * What proves crawlers beyond published addresses, as configured; undefined where nothing is.
 * @throws ConfigError that says what is wrong with the file of keys
 */
export function createProver(config: AnalyseConfig): CrawlerProver | undefined {
  const keys = readKeys(config.WEB_BOT_AUTH_KEYS);
  if (!config.VERIFY_BY_DNS && keys.size === 0) return undefined;
  return new CrawlerProver(config.VERIFY_BY_DNS ? crawlerDns(config) : null, keys);
}

function crawlerDns({ DNS_SERVERS, DNS_QUESTIONS_PER_SECOND }: AnalyseConfig): CrawlerDns {
  return new CrawlerDns(new NodeDns({ timeoutMs: TIMEOUT_MS, servers: DNS_SERVERS }), {
    questionsPerSecond: DNS_QUESTIONS_PER_SECOND,
    leastTtlSeconds: LEAST_TTL_SECONDS,
    mostTtlSeconds: MOST_TTL_SECONDS,
    mostAnswers: MOST_ANSWERS,
    now: () => performance.now(),
  });
}

function readKeys(path: string): KeyDirectory {
  if (path === '') return new Map();
  try {
    return parseKeyDirectory(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError([{ variable: 'WEB_BOT_AUTH_KEYS', problem: `cannot be used: ${why}` }]);
  }
}
