import { clickHouseTime as time } from '../click-house-time.js';
import { type Baseline, type Campaign, isInForce, type VerdictState } from '#libs/intent';
import {
  type CycleFindings,
  type CycleRecord,
  type JudgedVisitor,
  type VerdictRow,
} from './cycle-record.js';

type Row = Record<string, unknown>;

/** A row of `visitor_judgements`. */
export function judgementRow({ judgement, action }: JudgedVisitor, cycle: CycleFindings): Row {
  const { features, intent } = judgement;
  return {
    as_of: time(cycle.asOf),
    key_type: judgement.keyType,
    key: judgement.key,
    address: features.address,
    user_agent: features.userAgent,
    site: features.site,
    nature: judgement.nature,
    bot_probability: judgement.botProbability,
    verification: judgement.verification,
    stance: intent.stance,
    class: intent.class ?? '',
    intents: judgement.intents,
    score: judgement.score,
    confidence: judgement.confidence,
    action,
    campaign: judgement.campaign ?? '',
    people_sharing: judgement.peopleSharing,
    requests: features.requests,
    first_seen: time(features.firstSeen),
    last_seen: time(features.lastSeen),
    evidence: JSON.stringify(judgement.evidence),
    window_from: time(cycle.windowFrom),
    features_query: cycle.featuresQuery,
    snapshot: cycle.snapshot.name,
    computed_at: time(cycle.finishedAt),
  };
}

/** The rows of `cycle_snapshots`. */
export function snapshotRows({
  snapshot: { name: snapshot, tails, verdicts, ownStatuses: own_statuses },
}: Pick<CycleRecord, 'snapshot'>): readonly Row[] {
  return tails.map(({ topic, partition, tail }) => ({
    ...{ snapshot, topic, partition, tail },
    verdicts,
    own_statuses,
  }));
}

/** A row of `estate_baselines`. */
export function baselineRow(baseline: Baseline, cycle: CycleFindings): Row {
  return {
    as_of: time(cycle.asOf),
    hour_of_week: hourOfWeek(cycle.asOf),
    site: baseline.site,
    feature: baseline.feature,
    visitors: baseline.visitors,
    quantiles: baseline.quantiles,
    computed_at: time(cycle.finishedAt),
  };
}

/** A row of `campaign_history`. */
export function campaignRow(campaign: Campaign, cycle: CycleFindings): Row {
  const { firstSeen, lastSeen, start, phases, ...rest } = campaign;
  return {
    as_of: time(cycle.asOf),
    ...rest,
    first_seen: time(firstSeen),
    last_seen: time(lastSeen),
    start: time(start),
    phases: JSON.stringify(phases),
    computed_at: time(cycle.finishedAt),
  };
}

/** A row of `verdict_states`. */
export function stateRow(state: VerdictState, cycle: Pick<CycleRecord, 'asOf'>): Row {
  return {
    as_of: time(cycle.asOf),
    key_type: state.keyType,
    key: state.key,
    phase: state.phase,
    action: state.action,
    stance: state.intent.stance,
    class: state.intent.class ?? '',
    score: state.score,
    revision: state.revision,
    offences: state.offences,
    since: time(state.since),
    expires_at: timeOrNull(state.expiresAt),
    mode: state.mode,
    confirmed_at: timeOrNull(state.confirmedAt),
    at_most: state.atMost,
    because: state.because,
  };
}

function timeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : time(milliseconds);
}

/** A row of `verdicts`. */
export function verdictRow(verdict: VerdictRow, cycle: Pick<CycleRecord, 'asOf'>): Row {
  const { state, judgement } = verdict;
  return {
    sequence: verdict.sequence,
    verdict_id: verdict.verdictId,
    as_of: time(cycle.asOf),
    change: verdict.change,
    key_type: state.keyType,
    key: state.key,
    revision: state.revision,
    action: state.action,
    ...judgedPart(judgement),
    stance: state.intent.stance,
    class: state.intent.class ?? '',
    score: state.score,
    issued_at: time(cycle.asOf),
    expires_at: timeOrNull(state.expiresAt),
    message_key: verdict.messageKey,
    message: verdict.message,
  };
}

/** Empty where a verdict only expired. */
function judgedPart(judgement: VerdictRow['judgement']): Row {
  if (judgement === null) return { nature: '', verification: '', confidence: 0, campaign: '' };
  const { nature, verification, confidence, campaign } = judgement;
  return { nature, verification, confidence, campaign: campaign ?? '' };
}

/** A row of `analysis_cycles`. */
export function cycleRow(cycle: CycleRecord): Row {
  return {
    as_of: time(cycle.asOf),
    window_from: time(cycle.windowFrom),
    appended_until: time(cycle.appendedUntil),
    snapshot: cycle.snapshot.name,
    visitors: cycle.judgements.length,
    condemned: cycle.states.filter(isInForce).length,
    changes: cycle.verdicts.length,
    campaigns: cycle.campaigns.length,
    duration_ms: Math.round(cycle.durationMs),
    finished_at: time(cycle.finishedAt),
  };
}

const HOUR_MS = 3_600_000;
const HOURS_PER_WEEK = 168;
/** The epoch was a Thursday: three days after Monday 00:00. */
const EPOCH_HOUR_OF_WEEK = 72;

function hourOfWeek(milliseconds: number): number {
  return (Math.floor(milliseconds / HOUR_MS) + EPOCH_HOUR_OF_WEEK) % HOURS_PER_WEEK;
}
