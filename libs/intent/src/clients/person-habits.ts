/**
 * What one person behind an API client usually does at most: of each client the 95th percentile over its people, and of
 * these the median over the clients. One compromised client, or attackers among its people, move it little.
 */
export interface PersonHabits {
  /** Distinct accounts asked for. */
  readonly accounts: number;
  readonly consents: number;
  readonly tokenFailures: number;
  readonly loginFailures: number;
  readonly paidCalls: number;
}

/**
 * Nobody is held against less than that, however modest the others: a household has a few accounts; a person who cannot make up
 * their mind, or mistypes, tries a few times. Assumptions.
 */
const AT_LEAST: PersonHabits = {
  accounts: 3,
  consents: 5,
  tokenFailures: 5,
  loginFailures: 5,
  paidCalls: 8,
};

/** How much of something `people` people do at most; `own` is what those behind the same client are known to do. */
export function limitOf(
  habits: PersonHabits,
  name: keyof PersonHabits,
  people: number,
  own = 0,
): number {
  return Math.max(AT_LEAST[name], habits[name], own) * Math.max(1, people);
}
