import { isPrefixAround } from './explain-keys.js';

/** What persons told the analysis to do, in the order in which they did. Rows are `OperatorOrder`. No parameters. */
export const operatorOrders = `
  SELECT id, toUnixTimestamp64Milli(given_at) AS givenAt, kind, key_type AS keyType, key, by, reason, confirmed, codes,
    verdict_id AS verdictId, toUnixTimestamp64Milli(verdict_at) AS verdictAt
  FROM operator_orders FINAL
  ORDER BY given_at, id`;

/** Whether an order was stored before: `{known}`, of an appeal against several verdicts with the type of each behind its id. Parameters: `id`. */
export const isOrderKnown = `
  SELECT count() > 0 AS known FROM operator_orders WHERE id = {id: String} OR startsWith(id, concat({id: String}, '/'))`;

/** One order of a person. */
export interface OperatorOrder {
  readonly id: string;
  readonly givenAt: number;
  readonly kind: 'stop' | 'lift_all' | 'resume' | 'release' | 'appeal';
  /** Both empty where the order is about all. */
  readonly keyType: string;
  readonly key: string;
  readonly by: string;
  readonly reason: string;
  /** Of an appeal: it was a mistake. */
  readonly confirmed: boolean;
  /** Of an appeal: the reasons of the verdict that was wrong, and its id. */
  readonly codes: readonly string[];
  readonly verdictId: string;
  /** When that was issued, in event time. */
  readonly verdictAt: number;
}

/**
 * The newest verdict on a key that was no lift, as an appeal is about: `{keyType, key, verdictId, verdictAt, codes}`. Parameters: `text`: the key, the
 * key of its message, the id of the verdict, or an address in the prefix that is the key.
 */
export const appealedVerdict = `
  SELECT key_type AS keyType, key, verdict_id AS verdictId, toUnixTimestamp64Milli(issued_at) AS verdictAt,
    arraySort(arrayDistinct(arrayMap(
      reason -> JSONExtractString(reason, 'code'),
      arrayFilter(reason -> JSONExtractFloat(reason, 'weight') > 0, JSONExtractArrayRaw(message, 'reasons'))
    ))) AS codes
  FROM verdicts
  WHERE change != 'lifted'
    AND (key = {text: String} OR message_key = {text: String} OR verdict_id = {text: String} OR ${isPrefixAround})
  ORDER BY sequence DESC
  LIMIT 1 BY key_type, key`;

/** A verdict that is appealed against. */
export type AppealedVerdict = Pick<
  OperatorOrder,
  'keyType' | 'key' | 'verdictId' | 'verdictAt' | 'codes'
>;

/** Verdicts that wait for a person, highest risk first; one row a key. Rows are `HeldVerdict`. Parameters: `since` (DateTime64(3), UTC). */
export const heldVerdicts = `
  SELECT key_type AS keyType, key, message_key AS messageKey, change, revision, action, class, score, confidence, people, reason,
    toUnixTimestamp64Milli(held_at) AS heldAt, toUnixTimestamp64Milli(computed_at) AS heldSince, toUnixTimestamp64Milli(expires_at) AS expiresAt, state, judgement
  FROM held_verdicts FINAL
  WHERE held_at >= {since: DateTime64(3, 'UTC')}
    AND (key_type, key, revision) NOT IN (SELECT key_type, key, revision FROM verdicts)
  ORDER BY score DESC, key_type, key`;

/** A verdict that waits. Times in milliseconds since the epoch. */
export interface HeldVerdict {
  readonly keyType: string;
  readonly key: string;
  readonly messageKey: string;
  readonly change: string;
  readonly revision: number;
  readonly action: string;
  readonly class: string;
  readonly score: number;
  readonly confidence: number;
  /** People whom it is expected to lock out. */
  readonly people: number;
  readonly reason: string;
  readonly heldAt: number;
  /** When it was last held, by the clock of the machine. */
  readonly heldSince: number;
  readonly expiresAt: number | null;
  /** As JSON: the state the key would have, and what it is based on. */
  readonly state: string;
  readonly judgement: string;
}

/** The newest instant of event time that anything was decided at, in milliseconds: `{decidedAt}`. No parameters. */
export const lastDecision = `
  SELECT greatest(
    (SELECT ifNull(max(toUnixTimestamp64Milli(as_of)), 0) FROM analysis_cycles),
    (SELECT ifNull(max(toUnixTimestamp64Milli(as_of)), 0) FROM verdicts)
  ) AS decidedAt`;
