import { type EnforcementHit, type PastChange } from '#libs/store';
import { type Agreement, compareChanges } from './compare-changes.js';

/** What the verdicts of one class, or on one site, did. */
export interface Tally {
  readonly name: string;
  /** Visitor keys condemned at least once. */
  readonly condemned: number;
  /** Milliseconds since the epoch: when the first of them was. */
  readonly firstAt: number | null;
  /** Visitors (address and user agent) whose requests a verdict would have met: all, people, verified bots. */
  readonly hit: number;
  readonly people: number;
  readonly verifiedBots: number;
  readonly stopped: number;
  readonly hindered: number;
}

/** What a policy would have done over a stretch of the stored log, and how that differs from what was done. */
export interface BacktestReport {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly site: string | null;
  readonly total: Tally;
  readonly classes: readonly Tally[];
  readonly sites: readonly Tally[];
  readonly live: Tally;
  readonly agreement: Agreement;
}

/** What one run decided, and whom that would have met. */
export interface RunFindings {
  readonly changes: readonly PastChange[];
  readonly hits: readonly EnforcementHit[];
}

export function backtestReport(
  span: Pick<BacktestReport, 'from' | 'until' | 'site'>,
  backtest: RunFindings,
  live: RunFindings,
): BacktestReport {
  return {
    ...span,
    total: tally('all', backtest.changes, backtest.hits),
    classes: namesOf([...backtest.changes, ...backtest.hits], (one) => one.class).map((name) =>
      tally(
        name,
        backtest.changes.filter((one) => one.class === name),
        backtest.hits.filter((one) => one.class === name),
      ),
    ),
    sites: namesOf(backtest.hits, (one) => one.site).map((name) =>
      tally(
        name,
        [],
        backtest.hits.filter((one) => one.site === name),
      ),
    ),
    live: tally('live', live.changes, live.hits),
    agreement: compareChanges(backtest.changes, live.changes),
  };
}

function namesOf<One>(some: readonly One[], nameOf: (one: One) => string): readonly string[] {
  return [...new Set(some.map(nameOf))].filter((name) => name !== '').toSorted();
}

function tally(
  name: string,
  changes: readonly PastChange[],
  hits: readonly EnforcementHit[],
): Tally {
  const condemnations = changes.filter(({ change }) => change === 'condemned');
  const who = (some: readonly EnforcementHit[]): number =>
    new Set(some.map(({ visitor }) => visitor)).size;
  return {
    name,
    condemned: new Set(condemnations.map(({ keyType, key }) => `${keyType}/${key}`)).size,
    firstAt: condemnations[0]?.asOf ?? null,
    hit: who(hits),
    people: who(hits.filter((hit) => hit.nature === 'human' && hit.stance !== 'malicious')),
    verifiedBots: who(hits.filter((hit) => hit.nature === 'verified_bot')),
    stopped: hits.reduce((sum, hit) => sum + hit.stopped, 0),
    hindered: hits.reduce((sum, hit) => sum + hit.hindered, 0),
  };
}
