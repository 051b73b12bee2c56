import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type StrengthsByQuestion } from '#libs/intent';

/** What was seen about one visitor key, as `EVIDENCE_FILE` of the analysis has it. */
export interface SeenVisitor {
  readonly type: string;
  readonly key: string;
  readonly address: string;
  readonly requests: number;
  readonly strengths: StrengthsByQuestion;
}

/** Everything that was seen about the visitors of one run, at the fullest look: the one with the most requests. */
export class SeenEvidence {
  readonly #addresses = new Map<string, SeenVisitor>();
  readonly #agents = new Map<string, Map<string, SeenVisitor>>();

  add(seen: SeenVisitor): void {
    if (seen.type === 'address') keepFuller(this.#addresses, seen.address, seen);
    if (seen.type !== 'address_user_agent') return;
    const agents = this.#agents.get(seen.address) ?? new Map<string, SeenVisitor>();
    this.#agents.set(seen.address, agents);
    keepFuller(agents, seen.key.slice(seen.address.length + 1), seen);
  }

  ofAddress(address: string): SeenVisitor | undefined {
    return this.#addresses.get(address);
  }

  /** The user agents behind an address, where it has several. */
  agentsOf(address: string): ReadonlyMap<string, SeenVisitor> {
    return this.#agents.get(address) ?? new Map<string, SeenVisitor>();
  }
}

function keepFuller(map: Map<string, SeenVisitor>, key: string, seen: SeenVisitor): void {
  const known = map.get(key);
  if (known === undefined || seen.requests >= known.requests) map.set(key, seen);
}

/** Reads the file line by line. */
export async function readSeenEvidence(path: string): Promise<SeenEvidence> {
  const evidence = new SeenEvidence();
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') evidence.add(JSON.parse(line) as SeenVisitor);
  return evidence;
}
