import { type SimulatedRequest } from '../world/simulated-request.js';
import { type Visitor, visitorKey } from '../world/visitor.js';
import { type VisitorLabel } from './visitor-label.js';

interface Entry {
  truth: Visitor;
  requests: number;
  readonly first: number;
  last: number;
}

/** An attacker's truth stands over others'; of two attackers the classes add up. */
function joined(one: Visitor, attacker: Visitor): Visitor {
  if (one.label !== 'bad_bot') return attacker;
  const classes = new Set([...one.class.split(';'), ...attacker.class.split(';')]);
  return classes.size === one.class.split(';').length
    ? one
    : { ...one, class: [...classes].join(';') };
}

/** Keeps the truth about every visitor while requests go by. Where one key covers several actors, the attacker's truth stands. */
export class LabelLedger {
  private readonly entries = new Map<string, Entry>();

  record({ visitor, userAgent, time }: SimulatedRequest): void {
    const key = visitorKey(visitor, userAgent);
    const entry = this.entries.get(key);
    if (!entry) {
      this.entries.set(key, { truth: visitor, requests: 1, first: time, last: time });
      return;
    }
    entry.requests += 1;
    entry.last = time;
    if (visitor.label === 'bad_bot') entry.truth = joined(entry.truth, visitor);
  }

  /** In order of first appearance. */
  labels(): VisitorLabel[] {
    return [...this.entries].map(([visitor, { truth, requests, first, last }]) => ({
      visitor,
      label: truth.label,
      class: truth.class,
      campaign: truth.campaign,
      kind: truth.kind,
      requests,
      first,
      last,
      evasion: truth.evasion,
    }));
  }
}
