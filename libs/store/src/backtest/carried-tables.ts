/** A table of what earlier cycles left, and which of its rows there were at an instant. */
interface CarriedTable {
  readonly table: string;
  /** In SQL; parameter `from`, milliseconds. */
  readonly until: string;
}

const INSTANT = 'fromUnixTimestamp64Milli({from: Int64})';
const UP_TO_CYCLE = `as_of <= ${INSTANT}`;
const WHOLE_HOURS = `hour + INTERVAL 1 HOUR <= ${INSTANT}`;

/** What a cycle builds on that earlier ones wrote: an analysis that starts in the middle would judge otherwise without it. */
export const carriedTables: readonly CarriedTable[] = [
  { table: 'analysis_cycles', until: UP_TO_CYCLE },
  { table: 'verdict_states', until: UP_TO_CYCLE },
  { table: 'verdicts', until: UP_TO_CYCLE },
  { table: 'visitor_judgements', until: `${UP_TO_CYCLE} AND as_of > ${INSTANT} - INTERVAL 1 DAY` },
  { table: 'estate_baselines', until: UP_TO_CYCLE },
  { table: 'campaign_history', until: UP_TO_CYCLE },
  { table: 'campaign_members', until: UP_TO_CYCLE },
  { table: 'campaign_traffic', until: WHOLE_HOURS },
  { table: 'api_client_hours', until: WHOLE_HOURS },
  { table: 'api_client_reports', until: UP_TO_CYCLE },
  { table: 'path_roles', until: `learned_at <= ${INSTANT}` },
  { table: 'publication_log', until: UP_TO_CYCLE },
  { table: 'held_verdicts', until: `held_at <= ${INSTANT}` },
  { table: 'operator_orders', until: `kind = 'appeal' AND verdict_at <= ${INSTANT}` },
  { table: 'cycle_snapshots', until: '1' },
];

/** What a backtest starts without: nothing is published from it, so it has no outbox and no readers; the last is filled by each cycle. */
export const emptyTables = [
  'outbox_progress',
  'feed_keys',
  'feed_cursors',
  'enforced_moments',
] as const;
