import { type SimulatedRequest } from './simulated-request.js';
import { type Emit, type Script, type Visit } from './visit.js';

interface Entry {
  readonly time: number;
  /** Order of creation: breaks ties, so that equal times have one order. */
  readonly order: number;
  readonly due:
    SimulatedRequest | Script | { readonly visit: Visit; readonly rest: Iterator<Visit> };
}

function before(a: Entry, b: Entry): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

/** A binary heap by time and order of creation. */
class Agenda {
  private readonly entries: Entry[] = [];
  private created = 0;

  add(time: number, due: Entry['due']): void {
    const entry = { time, order: this.created++, due };
    let at = this.entries.length;
    this.entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.entries[parent];
      if (above === undefined || before(above, entry)) break;
      this.entries[at] = above;
      at = parent;
    }
    this.entries[at] = entry;
  }

  take(): Entry | undefined {
    const first = this.entries[0];
    const last = this.entries.pop();
    if (first !== last && last !== undefined) this.sink(last);
    return first;
  }

  private sink(entry: Entry): void {
    const { entries } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const right = entries[child + 1];
      let least = entries[child];
      if (least === undefined) break;
      if (right !== undefined && before(right, least)) {
        least = right;
        child += 1;
      }
      if (before(entry, least)) break;
      entries[at] = least;
      at = child;
    }
    entries[at] = entry;
  }
}

/**
 * Plays every visit and gives the requests in order of time, up to `end`. Visits of each source come by start time and are
 * made only when their time has come: memory follows the number of visits going on at once, not the length of the log.
 */
export function* playVisits(
  sources: readonly Iterable<Visit>[],
  end: number,
): Generator<SimulatedRequest, void, void> {
  const agenda = new Agenda();
  const emit: Emit = (request) => {
    agenda.add(request.time, request);
  };
  const queueNext = (rest: Iterator<Visit>): void => {
    const next = rest.next();
    if (next.done !== true) agenda.add(next.value.start, { visit: next.value, rest });
  };
  const goOn = (script: Script): void => {
    const { value, done } = script.next();
    if (done !== true) agenda.add(Math.max(value, now), script);
  };
  let now = 0;
  for (const source of sources) queueNext(source[Symbol.iterator]());
  for (let entry = agenda.take(); entry && entry.time < end; entry = agenda.take()) {
    now = entry.time;
    const { due } = entry;
    if ('visitor' in due) yield due;
    else if ('visit' in due) {
      queueNext(due.rest);
      goOn(due.visit.run(emit));
    } else goOn(due);
  }
}
