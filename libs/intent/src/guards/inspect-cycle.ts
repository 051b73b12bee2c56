import { type CycleFigures } from './cycle-figures.js';
import { type GuardFinding } from './guard-finding.js';

/** Share of rows that are there twice from which on counts are wrong. A healthy store has none (invariant: nothing counts twice). */
const DUPLICATED_SHARE = 0.01;
/** Every address with a request in the step is judged; with fewer than half of them, results are missing. */
const JUDGED_SHARE = 0.5;
/** An event time ahead of the clock by more than this is a clock that is wrong: ours or the log's. */
const AHEAD_MS = 3_600_000;
/** Clocks are set back by seconds (NTP), not by minutes. */
const BACK_MS = 300_000;
/** Verified crawlers come and go; ten times as many from one cycle to the next, so many, and such a share of all is a catalogue gone wrong. */
const VERIFIED_GROWTH = 10;
const VERIFIED_FROM = 20;
const VERIFIED_SHARE = 0.3;

/** Operators retire an address now and then; a catalogue that has lost their ranges disowns all that come. Least number, and share of the verified. */
const DISOWNED_FROM = 3;
const DISOWNED_SHARE = 0.3;

/**
 * Whether something is wrong with what a cycle saw. Any finding holds everything the cycle wants to publish: what was published before
 * stays. Thresholds are assumptions, far outside of what healthy estates show.
 */
export function inspectCycle(figures: CycleFigures): readonly GuardFinding[] {
  return [
    ...duplicates(figures),
    ...missingResults(figures),
    ...clocks(figures),
    ...catalogue(figures),
  ];
}

function duplicates({ rows, duplicatedRows }: CycleFigures): readonly GuardFinding[] {
  if (duplicatedRows <= rows * DUPLICATED_SHARE) return [];
  return [
    {
      reason: 'duplicated_rows',
      text: `${duplicatedRows} of ${rows} stored rows are there more than once: everything counts twice. "wherefore audit" says where.`,
    },
  ];
}

function missingResults({ addressesSeen, addressesJudged }: CycleFigures): readonly GuardFinding[] {
  if (addressesJudged >= addressesSeen * JUDGED_SHARE) return [];
  return [
    {
      reason: 'empty_result',
      text: `${addressesSeen} addresses sent requests, only ${addressesJudged} of them could be judged: results of a query are missing.`,
    },
  ];
}

function clocks({ asOf, now, finishedBefore }: CycleFigures): readonly GuardFinding[] {
  const found: GuardFinding[] = [];
  if (asOf > now + AHEAD_MS) {
    found.push({
      reason: 'clock',
      text: `the log is ${minutes(asOf - now)} minutes ahead of the clock: one of the two is wrong, and verdicts would last too long.`,
    });
  }
  if (finishedBefore !== null && now < finishedBefore - BACK_MS) {
    found.push({
      reason: 'clock',
      text: `the clock went back by ${minutes(finishedBefore - now)} minutes since the cycle before.`,
    });
  }
  return found;
}

const minutes = (milliseconds: number): number => Math.round(milliseconds / 60_000);

function catalogue(figures: CycleFigures): readonly GuardFinding[] {
  const { verified, verifiedBefore, boundlessCrawlers, addressesJudged, disowned } = figures;
  const found: GuardFinding[] = [];
  if (boundlessCrawlers.length > 0) {
    found.push({
      reason: 'catalogue',
      text: `the catalogue verifies ${boundlessCrawlers.join(', ')} at addresses of nobody: its ranges are wrong.`,
    });
  }
  if (disowned >= DISOWNED_FROM && disowned >= verified * DISOWNED_SHARE) {
    found.push({
      reason: 'catalogue',
      text: `${disowned} addresses of crawlers that were verified this week are impostors all at once: the catalogue has lost their ranges.`,
    });
  }
  const most = Math.max(
    VERIFIED_FROM,
    (verifiedBefore ?? 0) * VERIFIED_GROWTH,
    addressesJudged * VERIFIED_SHARE,
  );
  if (verifiedBefore !== null && verified >= most) {
    found.push({
      reason: 'catalogue',
      text: `${verified} addresses are verified crawlers, ${verifiedBefore} were in the cycle before: the catalogue, or what proves crawlers, has gone wrong.`,
    });
  }
  return found;
}
