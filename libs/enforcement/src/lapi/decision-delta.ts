import { type Decision } from './decision.js';
import { type DecisionBoard } from './decision-board.js';
import { type DecisionFilter, passes } from './decision-filter.js';
import { decisionAt, type DecisionSource } from './decision-source.js';
import { type TrailMark } from './ended-decisions.js';

/** Up to where a bouncer has heard everything. */
export interface FeedCursor {
  /** Place in the history of verdicts. */
  readonly sequence: number;
  /** When it asked, milliseconds since the epoch. */
  readonly at: number;
}

/** What a bouncer is to add and to remove; `cursor` stands for having heard it. */
export interface DecisionDelta {
  readonly added: readonly Decision[];
  readonly deleted: readonly Decision[];
  readonly cursor: FeedCursor;
}

/** Clocks of replicas may differ by so much; what expired within is told again, which changes nothing. */
const CLOCK_SLACK_MS = 5_000;

/** Everything in force, for a bouncer that starts. */
export function wholeFeed(
  board: DecisionBoard,
  filter: DecisionFilter,
  now: number,
): DecisionDelta {
  board.expire(now);
  const added: Decision[] = [];
  for (const source of board.values.all(filter, now)) added.push(decisionAt(source, now));
  return { added, deleted: [], cursor: { sequence: board.sequence, at: now } };
}

/**
 * What changed since a cursor, as a difference from any state at or after it: what is in force now is to be added,
 * what no longer is, to be removed. So a delta heard twice, or from a cursor older than the bouncer's state, does no
 * harm. From a cursor that the trail does not reach, or of another history, it is everything.
 */
export function feedSince(
  board: DecisionBoard,
  cursor: FeedCursor,
  filter: DecisionFilter,
  now: number,
): DecisionDelta {
  board.expire(now);
  const known = cursor.sequence <= board.sequence && board.ended.reaches(cursor.sequence);
  const from = known
    ? { sequence: cursor.sequence, at: cursor.at - CLOCK_SLACK_MS }
    : { sequence: -1, at: 0 };
  const marks = lastOfEach(board.ended.since(from.sequence, from.at));
  // All of a value, since some bouncers forget whatever they had of a value when any of it is removed.
  const values = new Set(marks.map(({ source }) => source.value));
  const inForce = [...values].flatMap((value) => board.values.of(value, filter, now));
  const names = new Set(inForce.map(nameOf));
  const deleted = marks
    .filter(({ source }) => !names.has(nameOf(source)) && passes(source, filter))
    .map(({ source, at }) => decisionAt(source, now, Math.min(at, source.expiresAt)));
  const added = known
    ? inForce.map((source) => decisionAt(source, now))
    : wholeFeed(board, filter, now).added;
  return { added, deleted, cursor: { sequence: board.sequence, at: now } };
}

/** What a bouncer tells decisions apart by. */
function nameOf({ value, type, simulated }: DecisionSource): string {
  return `${value} ${type} ${simulated}`;
}

/** Deletions are filtered by scenario and site, too, as the decisions were. */
function lastOfEach(marks: readonly TrailMark[]): TrailMark[] {
  const last = new Map<string, TrailMark>();
  for (const mark of marks) {
    last.set(`${nameOf(mark.source)} ${mark.source.site} ${mark.source.scenario}`, mark);
  }
  return [...last.values()];
}
