import { type ReleasedTarget } from '#libs/enforcement';
import { type Clock } from '#libs/platform';
import { type DescribedTarget } from './file/push-file.js';
import { type PushTarget } from './targets/push-target.js';
import { TargetError } from './targets/target-error.js';

interface Openable {
  readonly described: DescribedTarget;
  readonly target: PushTarget;
}

/** Takes everything of ours out of every target, whatever the verdicts say. One that fails does not keep the others. */
export async function releaseTargets(
  targets: readonly Openable[],
  clock: Clock,
  report: (released: ReleasedTarget) => void,
): Promise<void> {
  for (const one of targets) report(await releaseTarget(one, clock.now()));
}

async function releaseTarget(
  { described, target }: Openable,
  now: number,
): Promise<ReleasedTarget> {
  const requests: string[] = [];
  let held = 0;
  let left = 0;
  let failure: ReleasedTarget['failure'] = null;
  try {
    const state = await target.read();
    held = left = target.held(state).length;
    for (const request of target.plan(state, [], now)) {
      await target.send(request);
      requests.push(target.describe(request));
    }
    left = target.held(await target.read()).length;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    failure = { code: error.code, message: error.message };
  }
  const { kind, description } = described;
  const { name } = description;
  return { type: 'push-release', target: name, kind: kind.kind, held, left, requests, failure };
}
