import {
  type ChangeLimits,
  type CheckedTarget,
  type Selection,
  type VerdictMessage,
} from '#libs/enforcement';
import { type Clock } from '#libs/platform';
import { type DescribedTarget } from './file/push-file.js';
import { nextChange } from './loop/next-change.js';
import { selectFor } from './loop/select-for.js';
import { type PushTarget } from './targets/push-target.js';
import { TargetError } from './targets/target-error.js';
import { type VerdictFeed } from './verdicts/verdict-feed.js';

export interface PushCheckParts {
  readonly feed: Pick<VerdictFeed, 'readOnce' | 'inForce'>;
  readonly targets: readonly { readonly described: DescribedTarget; readonly target: PushTarget }[];
  readonly guard: Selection['guard'];
  readonly clock: Clock;
}

/** Reads verdicts and targets once, and says what would be sent to each. Changes nothing anywhere. */
export async function checkPush(
  { feed, targets, guard, clock }: PushCheckParts,
  report: (checked: CheckedTarget) => void,
): Promise<void> {
  await feed.readOnce();
  const now = clock.now();
  const verdicts = feed.inForce(now);
  if (verdicts === null)
    throw new Error(
      'the verdict topic has no verdict: see whether VERDICT_TOPIC is right and the analysis publishes',
    );
  for (const { described, target } of targets)
    report(await checkTarget(described, target, { verdicts, guard, now }));
}

interface Moment {
  readonly verdicts: readonly VerdictMessage[];
  readonly guard: Selection['guard'];
  readonly now: number;
}

function unconfirmed({ growth, shrink, churn, small }: ChangeLimits): ChangeLimits {
  return { growth, shrink, churn, small, confirmations: 0 };
}

async function checkTarget(
  described: DescribedTarget,
  target: PushTarget,
  { verdicts, guard, now }: Moment,
): Promise<CheckedTarget> {
  const { kind, description } = described;
  const { entries, leftOut } = selectFor(described, verdicts, guard);
  const shared = {
    type: 'push-check',
    target: description.name,
    kind: kind.kind,
    leftOut: Object.fromEntries(leftOut),
  } as const;
  try {
    const question = {
      target,
      state: await target.read(),
      entries,
      mostEntries: description.max_entries ?? Infinity,
      limits: description.limits,
      action: description.actions[0] ?? 'block',
      ends: new Map<string, number>(),
      pending: null,
      now,
    };
    const { pending } = nextChange(question);
    // What is held back for a cycle is said beside what it comes to in the end.
    const next = nextChange({
      ...question,
      limits: unconfirmed(description.limits),
    });
    return {
      ...shared,
      held: next.heldCount,
      wanted: next.wanted.length,
      dropped: next.dropped,
      heldBack: pending?.alarm ?? null,
      requests: next.requests.map((request) => target.describe(request)),
      failure: null,
    };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const { code, message } = error;
    const nothing = { held: 0, wanted: entries.length, dropped: 0, heldBack: null, requests: [] };
    return { ...shared, ...nothing, failure: { code, message } };
  }
}
