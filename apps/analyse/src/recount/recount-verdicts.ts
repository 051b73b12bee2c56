import {
  type Again,
  judgedPart,
  type JudgedPart,
  type LiftedMessage,
  type Recount,
  recordedPart,
  type VerdictMessage,
} from '#libs/enforcement';
import { modelVersion, outcomeOf } from '#libs/intent';
import { type ExplainedRow, explainVerdicts, recordedSnapshot, type Store } from '#libs/store';
import { factsVersion } from '../facts/facts-estate.js';
import { figuresOf } from './figures-of.js';
import { reasonScript } from './reason-script.js';
import { type RecountedCycle, recountCycle, type Rejudged } from './recount-cycle.js';
import { recountFacts } from './recount-facts.js';
import { type RecountSettings } from './recount-settings.js';
import { whatIf } from './what-if.js';

/** A recorded verdict, taken apart. */
interface Recorded extends Omit<Recount, 'again' | 'problem'> {
  /** Null where it only expired. */
  readonly part: JudgedPart | null;
}

/**
 * Counts recorded verdicts again, cycle by cycle, each from the log as its cycle saw it, and gives every one of them to
 * `onRecount`, in the order of the cycles. Changes nothing that is stored.
 */
export class VerdictRecount {
  readonly #store: Store;
  readonly #settings: RecountSettings;

  constructor(store: Store, settings: RecountSettings) {
    this.#store = store;
    this.#settings = settings;
  }

  async run(onRecount: (recount: Recount) => void): Promise<void> {
    const { verdict } = this.#settings;
    const rows = await this.#store.query<ExplainedRow>(explainVerdicts, { verdict });
    for (const verdicts of byCycle(rows.map(recordedFrom))) {
      const cycle = await this.#recountOf(verdicts);
      for (const one of verdicts) onRecount(this.#recount(one, cycle));
    }
  }

  /** The cycle that these verdicts are of; null where there is nothing to count, or nothing to count it from. */
  async #recountOf([first, ...others]: readonly Recorded[]): Promise<RecountedCycle | null> {
    const counted = first?.part?.evidence;
    if (first === undefined || counted === undefined) return null;
    const { snapshot: name, parameters, query } = counted;
    const snapshot = await recordedSnapshot(this.#store, name);
    if (snapshot === null) return null;
    const { from, to } = parameters;
    const keys = [first, ...others].flatMap(({ part }) => part?.evidence.parameters ?? []);
    const addresses = keys.map(({ address }) => address);
    const prefixes = keys.filter((one) => one.key_type === 'prefix').map(({ key }) => key);
    const recount = query === factsVersion ? recountFacts : recountCycle;
    return recount(this.#store, snapshot, { from, to, addresses, prefixes }, this.#settings);
  }

  #recount({ part, ...recorded }: Recorded, cycle: RecountedCycle | null): Recount {
    if (part === null) return { ...recorded, again: null, problem: null };
    if (cycle === null) return { ...recorded, again: null, problem: 'its log snapshot is gone' };
    const { key_type: keyType, key } = part.evidence.parameters;
    const found = cycle.judgementOf(keyType, key);
    return found === null
      ? { ...recorded, again: null, problem: 'none of its requests is in the log any more' }
      : { ...recorded, again: this.#again(found, part, cycle), problem: null };
  }

  #again({ judgement, group }: Rejudged, recorded: JudgedPart, cycle: RecountedCycle): Again {
    const { policy, verdict } = this.#settings;
    const { from: windowFrom, to: asOf } = recorded.evidence.parameters;
    const counted = { query: cycle.query, snapshot: cycle.snapshot.name };
    return {
      part: judgedPart(judgement, { ...counted, windowFrom, asOf }, recorded),
      outcome: outcomeOf(judgement, policy),
      query: cycle.query,
      model: modelVersion(cycle.estate),
      policy: policy.version,
      partitions: cycle.snapshot.tails.length,
      figures: figuresOf(judgement, group),
      ...(verdict === '' || group === null
        ? { without: [], otherFigures: [] }
        : whatIf(group, judgement, cycle.estate, policy)),
      script:
        verdict === '' ? '' : reasonScript(judgement, { ...cycle, database: this.#store.database }),
    };
  }
}

function recordedFrom({ message: text, ...row }: ExplainedRow): Recorded {
  const message = JSON.parse(text) as VerdictMessage | LiftedMessage;
  return { ...row, message, part: recordedPart(message) };
}

/** Verdicts of one window over one snapshot together; those that only expired together, too. */
function byCycle(verdicts: readonly Recorded[]): readonly Recorded[][] {
  const cycles = new Map<string, Recorded[]>();
  for (const verdict of verdicts) {
    const name = cycleNameOf(verdict);
    const known = cycles.get(name);
    if (known === undefined) cycles.set(name, [verdict]);
    else known.push(verdict);
  }
  return [...cycles.values()];
}

function cycleNameOf({ part }: Recorded): string {
  if (part === null) return 'expired';
  const { snapshot, window_start: start, window_end: end } = part.evidence;
  return `${snapshot} ${start} ${end}`;
}
