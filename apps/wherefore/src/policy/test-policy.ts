import {
  type Decision,
  decideAction,
  judgementSketch,
  type Policy,
  type StoredJudgement,
} from '#libs/intent';
import { type LastJudgement, lastJudgements, type Store } from '#libs/store';
import { CliError } from '../cli-error.js';

/** What a policy does about one visitor, as it was last judged. */
export interface PolicyTest {
  readonly judged: LastJudgement;
  readonly decision: Decision;
}

/** @throws CliError when none of the keys was ever judged */
export async function testPolicy(
  store: Store,
  policy: Policy,
  keys: readonly string[],
): Promise<readonly PolicyTest[]> {
  const rows = await store.query<LastJudgement>(lastJudgements, { keys });
  if (rows.length === 0)
    throw new CliError(
      'NOBODY_JUDGED',
      'None of these keys was judged. Keys are addresses, or type/key such as session/1f00a9.',
    );
  return rows.map((judged) => {
    const now = judged.judgedAt;
    const circumstances = { now, blastRadius: null, sightings: [], cohorts: [], isPardoned: false };
    return {
      judged,
      decision: decideAction(judgementSketch(storedFrom(judged)), policy, circumstances),
    };
  });
}

function storedFrom(row: LastJudgement): StoredJudgement {
  const { stance, class: intentClass, ...rest } = row;
  const intent = { stance, class: intentClass === '' ? null : intentClass };
  return { ...rest, intent } as StoredJudgement;
}
