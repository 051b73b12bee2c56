/** What a cycle looks like from outside: figures that show when something is wrong with what it saw. Times in milliseconds. */
export interface CycleFigures {
  readonly asOf: number;
  /** The clock of the machine, and when the cycle before ended by it; null without one. */
  readonly now: number;
  readonly finishedBefore: number | null;
  /** Rows of the step that were looked at, and how many of them are there more than once. */
  readonly rows: number;
  readonly duplicatedRows: number;
  /** Addresses with requests in the step, and addresses that were judged. */
  readonly addressesSeen: number;
  readonly addressesJudged: number;
  /** Addresses whose crawler was verified, now and in the cycle before; null without one. */
  readonly verified: number;
  readonly verifiedBefore: number | null;
  /** Crawlers that would be verified at addresses which belong to no operator. */
  readonly boundlessCrawlers: readonly string[];
  /** Addresses whose crawler was verified in the week before and whose claim is false now. */
  readonly disowned: number;
}
