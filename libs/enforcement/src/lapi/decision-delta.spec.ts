import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportGuard } from '../export/export-guard.js';
import { verdictMessage } from '../testing/verdict-message.js';
import { type VerdictMessage } from '../verdict-message.js';
import { type Decision } from './decision.js';
import { DecisionBoard, type NumberedChange } from './decision-board.js';
import { type DecisionDelta, type FeedCursor, feedSince, wholeFeed } from './decision-delta.js';
import { type DecisionFilter } from './decision-filter.js';

const T0 = Date.parse('2026-03-01T12:00:00.000Z');
const EVERYTHING: DecisionFilter = { types: ['ban', 'captcha', 'throttle'], sites: [] };
const guard = exportGuard({ cidrs: [] });

interface Step {
  readonly afterMs: number;
  readonly address: number;
  readonly action: VerdictMessage['action'] | 'lift';
  readonly ttlMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  afterMs: fc.integer({ min: 0, max: 400_000 }),
  address: fc.integer({ min: 1, max: 4 }),
  action: fc.constantFrom('block', 'challenge', 'throttle', 'monitor', 'lift'),
  ttlMs: fc.integer({ min: 1_000, max: 900_000 }),
});

interface Event {
  readonly at: number;
  readonly change: NumberedChange;
}

function eventsOf(steps: readonly Step[]): Event[] {
  const revisions = new Map<string, number>();
  let at = T0;
  return steps.map(({ afterMs, address, action, ttlMs }, i) => {
    at += afterMs;
    const key = `default/address/11.0.0.${address}`;
    const revision = (revisions.get(key) ?? 0) + 1;
    revisions.set(key, revision);
    const message = action === 'lift' ? null : verdictOn(address, action, revision, at + ttlMs);
    return { at, change: { key, revision, message, sequence: i + 1 } };
  });
}

function verdictOn(
  address: number,
  action: VerdictMessage['action'],
  revision: number,
  expiresAt: number,
): VerdictMessage {
  const { subject } = verdictMessage();
  return verdictMessage({
    revision,
    action,
    // Addresses 3 and 4 share a block, as verdicts of two tenants would.
    subject: { ...subject, enforce_as: [`11.0.0.${Math.min(address, 3)}/32`] },
    expires_at: new Date(expiresAt).toISOString(),
  });
}

/** A bouncer as the firewall one is: removes first, adds then, and forgets nothing by itself. */
class Bouncer {
  readonly held = new Set<string>();
  cursor: FeedCursor | undefined;

  hear({ added, deleted, cursor }: DecisionDelta): void {
    for (const one of deleted) this.held.delete(name(one));
    for (const one of added) this.held.add(name(one));
    this.cursor = cursor;
  }
}

function name({ value, type }: Decision): string {
  return `${value} ${type}`;
}

function boardOf(events: readonly Event[], until: number): DecisionBoard {
  const board = new DecisionBoard(guard, 0);
  for (const { at, change } of events) if (at <= until) board.apply(change, at);
  return board;
}

function names(board: DecisionBoard, now: number): string[] {
  return wholeFeed(board, EVERYTHING, now).added.map(name).sort();
}

describe(feedSince.name, () => {
  it('leads any bouncer to what is in force, whichever replica answers, with answers lost or repeated', () => {
    const pulls = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 5_000_000 }),
        cursorLost: fc.boolean(),
        slowMs: fc.integer({ min: 0, max: 4_900 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), pulls, (steps, asked) => {
        const events = eventsOf(steps);
        const bouncer = new Bouncer();
        for (const { at, cursorLost, slowMs } of asked.toSorted((a, b) => a.at - b.at)) {
          const now = T0 + at;
          // Each pull is answered by a replica that has just started, its clock off by some seconds.
          const board = boardOf(events, now);
          const before = bouncer.cursor;
          bouncer.hear(
            before === undefined
              ? wholeFeed(board, EVERYTHING, now)
              : feedSince(board, { ...before, at: before.at + slowMs }, EVERYTHING, now),
          );
          expect([...bouncer.held].sort()).toEqual(names(board, now));
          if (cursorLost) bouncer.cursor = before;
          if (bouncer.cursor === undefined) bouncer.held.clear();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells expiry without a message, once and with a negative duration', () => {
    const events = eventsOf([{ afterMs: 0, address: 1, action: 'block', ttlMs: 5_000 }]);
    const board = boardOf(events, T0);
    const { cursor, added } = wholeFeed(board, EVERYTHING, T0);
    expect(added).toMatchObject([{ value: '11.0.0.1', scope: 'Ip', type: 'ban', duration: '5s' }]);
    const later = feedSince(board, cursor, EVERYTHING, T0 + 12_000);
    expect(later.added).toEqual([]);
    expect(later.deleted).toMatchObject([{ value: '11.0.0.1', duration: '-7s' }]);
    expect(feedSince(board, later.cursor, EVERYTHING, T0 + 18_000).deleted).toEqual([]);
  });

  it('gives everything where the cursor is of another history', () => {
    const board = boardOf(
      eventsOf([
        { afterMs: 0, address: 1, action: 'block', ttlMs: 5_000_000 },
        { afterMs: 0, address: 2, action: 'block', ttlMs: 5_000_000 },
        { afterMs: 0, address: 2, action: 'lift', ttlMs: 0 },
      ]),
      T0,
    );
    const { added, deleted } = feedSince(board, { sequence: 99, at: T0 }, EVERYTHING, T0);
    expect(added.map(name)).toEqual(['11.0.0.1 ban']);
    expect(deleted.map(name)).toEqual(['11.0.0.2 ban']);
  });

  it('takes back what was excluded since, also after a restart', () => {
    const [event] = eventsOf([{ afterMs: 0, address: 1, action: 'block', ttlMs: 5_000_000 }]);
    if (event === undefined) throw new Error('no event');
    const before = boardOf([event], T0);
    const { cursor } = wholeFeed(before, EVERYTHING, T0);
    const after = new DecisionBoard(exportGuard({ cidrs: ['11.0.0.0/24'] }), 0);
    after.apply(event.change, T0 + 60_000);
    const { added, deleted } = feedSince(after, cursor, EVERYTHING, T0 + 61_000);
    expect(added).toEqual([]);
    expect(deleted.map(name)).toEqual(['11.0.0.1 ban']);
  });

  it('keeps what a bouncer may not have from it: other types, other sites, simulations', () => {
    const board = new DecisionBoard(guard, 0);
    const put = (key: string, sequence: number, but: Partial<VerdictMessage>): void => {
      const { subject } = verdictMessage();
      const message = verdictMessage({
        subject: { ...subject, enforce_as: [`11.0.1.${sequence}/32`] },
        ...but,
      });
      board.apply({ key, revision: 1, sequence, message }, T0);
    };
    put('a', 1, {});
    put('b', 2, { action: 'throttle' });
    put('c', 3, { site: 'shop.example' });
    put('d', 4, { mode: 'simulate' });
    put('e', 5, { match: { user_agent: 'curl/8' } });
    put('f', 6, { expires_at: null });
    put('g', 7, { actor: { class: 'verified_bot', verification: 'ip_range' } });
    const told = (but: Partial<DecisionFilter>): string[] =>
      wholeFeed(board, { types: ['ban'], sites: [], ...but }, T0).added.map(({ value }) => value);
    expect(told({})).toEqual(['11.0.1.1']);
    expect(told({ types: ['ban', 'throttle'] })).toEqual(['11.0.1.1', '11.0.1.2']);
    expect(told({ sites: ['shop.example'] })).toEqual(['11.0.1.1', '11.0.1.3']);
    expect(told({ simulated: true })).toEqual(['11.0.1.1', '11.0.1.4']);
    expect(told({ scopes: ['range'] })).toEqual([]);
    expect(told({ origins: ['crowdsec'] })).toEqual([]);
    expect(told({ scenariosContaining: ['oat-008'] })).toEqual(['11.0.1.1']);
    expect(told({ scenariosNotContaining: ['OAT-008'] })).toEqual([]);
    expect(Object.fromEntries(board.withheld())).toEqual({
      narrower_than_addresses: 1,
      no_expiry: 1,
      verified_bot: 1,
    });
  });
});
