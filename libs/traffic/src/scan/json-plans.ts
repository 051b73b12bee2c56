import { type JsonRecord } from '../json-record.js';
import { createPlan, type JsonPlan, type PlanSettings } from './json-plan.js';

/** Shapes remembered: servers write a handful, and an attacker who invents more costs one plan a line. */
const MOST_PLANS = 8;
/** Objects with more keys are planned anew each time, so that none of them is kept in memory. */
const MOST_KEYS = 256;

/**
 * The plan for each object, made once per shape. What is remembered decides only how fast the answer
 * comes: a plan depends on the keys alone, and is used only where all of them are the same.
 */
export class JsonPlans {
  private readonly plans: JsonPlan[] = [];

  constructor(private readonly settings: PlanSettings) {}

  planFor(record: JsonRecord): JsonPlan {
    const keys = Object.keys(record);
    const [last] = this.plans;
    if (last !== undefined && sameKeys(last.keys, keys)) return last;
    return this.otherPlan(keys);
  }

  private otherPlan(keys: readonly string[]): JsonPlan {
    const at = this.plans.findIndex((plan) => sameKeys(plan.keys, keys));
    const plan = this.plans[at] ?? createPlan(this.settings, keys);
    if (at >= 0) this.plans.splice(at, 1);
    else if (this.plans.length >= MOST_PLANS) this.plans.pop();
    if (keys.length <= MOST_KEYS) this.plans.unshift(plan);
    return plan;
  }
}

function sameKeys(known: readonly string[], keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false;
  for (let at = 0; at < keys.length; at++) if (known[at] !== keys[at]) return false;
  return true;
}
