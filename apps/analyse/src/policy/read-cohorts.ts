import { type Judgement, type Policy } from '#libs/intent';
import { clickHouseTime, type CohortMemberRow, cohortMembers, type Store } from '#libs/store';
import { type CircumstancesQuestion } from './circumstances-question.js';

/** Reads which visitors are, or would hit, members of the protected cohorts. */
export async function readCohorts(
  log: Store,
  asked: readonly Judgement[],
  question: CircumstancesQuestion,
): Promise<(judgement: Judgement) => readonly string[]> {
  const memberships = new Map<string, string[]>();
  for (const cohort of question.policy.cohorts) {
    for (const row of await readMembers(log, asked, cohort, question)) {
      for (const name of namesOf(row)) {
        const names = memberships.get(name) ?? [];
        if (!names.includes(cohort.name)) memberships.set(name, [...names, cohort.name]);
      }
    }
  }
  return ({ keyType, key }) => memberships.get(`${keyType}/${key}`) ?? [];
}

function readMembers(
  log: Store,
  asked: readonly Judgement[],
  { roles, withinMs, beforeMs }: Policy['cohorts'][number],
  { windowFrom, asOf }: CircumstancesQuestion,
): Promise<readonly CohortMemberRow[]> {
  const keysOf = (type: Judgement['keyType']): string[] =>
    asked.filter(({ keyType }) => keyType === type).map(({ key }) => key);
  const addresses = [...new Set(asked.map(({ features }) => features.address))];
  return log.query<CohortMemberRow>(cohortMembers, {
    from: clickHouseTime(Math.max(0, asOf - withinMs)),
    before: clickHouseTime(asOf - beforeMs),
    windowFrom: clickHouseTime(windowFrom),
    to: clickHouseTime(asOf),
    roles,
    addresses,
    prefixes: keysOf('prefix'),
    sessions: keysOf('session'),
  });
}

/** The keys that would hit a member. */
function namesOf({ session, address, prefix, userAgent }: CohortMemberRow): readonly string[] {
  return [
    `session/${session}`,
    `address/${address}`,
    `prefix/${prefix}`,
    `address_user_agent/${address}|${userAgent}`,
  ];
}
