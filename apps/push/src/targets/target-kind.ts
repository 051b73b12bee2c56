import { type RateBudget } from '#libs/enforcement';
import { type Clock } from '#libs/platform';
import { type ClassConstructor } from 'class-transformer';
import { type SecretReference } from '../file/secret-reference.js';
import { type TargetDescription } from '../file/target-description.js';
import { type PushTarget } from './push-target.js';

/** What a target needs from outside. */
export interface TargetTools {
  /** @throws TargetError NO_SECRET */
  secret(reference: SecretReference): string;
  /**
   * Waits until a request may be made. Budgets of one name are one, whoever spends.
   * @throws TargetError BUDGET_SPENT when that takes too long
   */
  spend(budgetName: string, budget: RateBudget, cost?: number): Promise<void>;
  readonly clock: Clock;
  sleep(milliseconds: number): Promise<void>;
}

/** A kind of enforcement point, as `kind` names it in the file. */
export interface TargetKind<Description extends TargetDescription = TargetDescription> {
  readonly kind: string;
  readonly Description: ClassConstructor<Description>;
  /** How often it is brought in step unless the file says otherwise, milliseconds. */
  readonly everyMs: number;
  /** How often its real content is read even though nothing is to change, milliseconds. */
  readonly reconcileMs: number;
  /** Whether an entry carries its action; else the target is one list of whatever the file's actions are. */
  readonly tellsActionsApart: boolean;
  /** Whether an entry carries its expiry, so that a renewed verdict has to be sent. */
  readonly keepsExpiry: boolean;
  readonly longestIpv6: 64 | 128;
  open(description: Description, tools: TargetTools): PushTarget;
}
