import { type Evidence, type Judgement } from '#libs/intent';
import { countAddresses, type Store } from '#libs/store';
import { type CrawlerProver } from '../proofs/crawler-prover.js';
import { type JudgedAddress, judgeVisitors } from '../visitors/judge-visitors.js';
import { readVisitorsOf } from '../visitors/read-moved-visitors.js';
import { type factsEstate } from './facts-estate.js';

/** Below this probability a fact waits for the cycle, which knows more; cycles condemn from 0.8 on. Assumption. */
const SURE = 0.85;

/** Reasons that nobody gives by chance. */
const FACTS: ReadonlySet<Evidence['code']> = new Set([
  'PROBE_SENSITIVE_FILE',
  'PROBE_EXPLOIT',
  'PROBE_INJECTION',
  'PROBE_TRAVERSAL',
  'PROBE_WEBSHELL',
  'FALSE_CRAWLER_CLAIM',
]);

/** Judges some addresses by what they did in the window of the estate, and by nothing else. Needs scratch tables of its own. */
export async function judgeFacts(
  log: Store,
  addresses: readonly string[],
  estate: ReturnType<typeof factsEstate>,
  prover?: CrawlerProver,
): Promise<readonly JudgedAddress[]> {
  await countAddresses(log, estate.from, estate.to, addresses);
  return judgeVisitors(await readVisitorsOf(log, addresses, prover), estate);
}

/** Whether facts alone condemn this key, and nobody else would be hit. */
export function isSure({ intent, confidence, peopleSharing, evidence }: Judgement): boolean {
  return (
    intent.stance === 'malicious' &&
    confidence >= SURE &&
    peopleSharing === 0 &&
    evidence.some(({ code, weight }) => FACTS.has(code) && weight > 0)
  );
}
