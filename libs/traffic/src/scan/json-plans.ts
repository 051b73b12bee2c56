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
    const last = this.plans[0];
    return last !== undefined && hasKeys(record, last.keys) ? last : this.otherPlan(record);
  }

  private otherPlan(record: JsonRecord): JsonPlan {
    const keys = Object.keys(record);
    const at = this.plans.findIndex((plan) => hasKeys(record, plan.keys));
    const plan = this.plans[at] ?? createPlan(this.settings, keys);
    if (at >= 0) this.plans.splice(at, 1);
    else if (this.plans.length >= MOST_PLANS) this.plans.pop();
    if (keys.length <= MOST_KEYS) this.plans.unshift(plan);
    return plan;
  }
}

/** Whether an object has these keys in this order and no others; without a list of its keys being made. */
function hasKeys(record: JsonRecord, keys: readonly string[]): boolean {
  let at = 0;
  for (const key in record) {
    if (keys[at] !== key) return false;
    at++;
  }
  return at === keys.length;
}
