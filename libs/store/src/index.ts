export { EmbeddedClickHouseError } from './embedded/embedded-clickhouse-error.js';
export {
  type EmbeddedClickHouse,
  type EmbeddedClickHouseOptions,
  startEmbeddedClickHouse,
} from './embedded/embedded-clickhouse.js';
export {
  type AppendResult,
  type EventBatch,
  EventLog,
  type EventLogOptions,
} from './event-log/event-log.js';
export { addressQuarters } from './event-log/block/address-column.js';
export { EventBlock } from './event-log/block/event-block.js';
export { KnownDetails } from './event-log/block/known-details.js';
export { KnownRow } from './event-log/block/known-row.js';
export { NO_ROOM, Vocabulary } from './event-log/block/vocabulary.js';
export {
  type LogPosition,
  type StoredEnrichment,
  type StoredLine,
} from './event-log/stored-line.js';
export { type MigrateOptions, type MigrationReport, migrate } from './migrations/migrate.js';
export { StoreQueryError } from './store-query-error.js';
export { StoreSchemaError } from './store-schema-error.js';
export { StoreUnavailableError } from './store-unavailable-error.js';
export { createStore, type QueryParameters, Store, type StoreConfig } from './store.js';
export { type BorrowedHistory, borrowHistory } from './backtest/borrow-history.js';
export { type EnforcementHit, enforcementHits } from './queries/enforcement-hits.js';
export { type PastChange, verdictChangesBetween } from './queries/verdict-changes-between.js';
export { noteApiClientHours } from './queries/api-client-history.js';
export { observeClients } from './queries/api-client-observations.js';
export { apiClientReports, type ClientReportRow } from './queries/api-client-reports.js';
export { type ClientSettings, defaultClientSettings } from './queries/api-client-settings.js';
export { apiClientUnattended } from './queries/api-client-unattended.js';
export { campaignList, type CampaignRow } from './queries/campaign-list.js';
export { condemnedCallers, type CondemnedCaller } from './queries/condemned-callers.js';
export { condemnedPrefixes } from './queries/condemned-prefixes.js';
export { enforcedRequests, type EnforcedRequests } from './queries/enforced-requests.js';
export { estateCounts, type EstateCounts } from './queries/estate-counts.js';
export { firstCondemnations, type FirstCondemnation } from './queries/first-condemnations.js';
export { pipelineProgress, type PipelineProgress } from './queries/pipeline-progress.js';
export { strongestVerdicts, type StrongestVerdict } from './queries/strongest-verdicts.js';
export { visitorExport, type VisitorRow } from './queries/visitor-export.js';
export { visitorTally, type VisitorTally } from './queries/visitor-tally.js';
export { AnalysisJournal, type ResumePoint } from './journal/analysis-journal.js';
export {
  type CycleFindings,
  type CycleRecord,
  type FactsRecord,
  type VerdictRow,
} from './journal/cycle-record.js';
export { clickHouseTime } from './click-house-time.js';
export { baselineHistory } from './queries/baseline-history.js';
export { estateBaselines } from './queries/estate-baselines.js';
export { allowSightings } from './queries/allow-sightings.js';
export { type CohortMemberRow, cohortMembers } from './queries/cohort-members.js';
export { type LastJudgement, lastJudgements } from './queries/last-judgements.js';
export {
  guardFigures,
  lastGuardedCycle,
  peopleOfToday,
  verifiedOnce,
} from './queries/guard-figures.js';
export {
  type AppealedVerdict,
  appealedVerdict,
  type HeldVerdict,
  heldVerdicts,
  isOrderKnown,
  lastDecision,
  type OperatorOrder,
  operatorOrders,
} from './queries/operator-orders.js';
export { knownVisitors } from './queries/known-visitors.js';
export { type FactSuspect, factSuspects, newestAppend } from './queries/fact-suspects.js';
export { eventSteps } from './queries/event-steps.js';
export { logExtent } from './queries/log-extent.js';
export { loginGroups } from './queries/login-groups.js';
export { outboxAfter } from './queries/outbox-after.js';
export { outboxProgress } from './queries/outbox-progress.js';
export { readerGroups } from './queries/reader-groups.js';
export { actorGroups } from './queries/campaign-actors.js';
export { siteProfiles } from './queries/site-profiles.js';
export {
  addressFeatures,
  visitorFeaturesOf,
  prefixAgents,
  prefixFeatures,
  prefixMembers,
  visitorFeatures,
} from './queries/visitor-features.js';
export {
  countAddresses,
  countVisitorWindow,
} from './queries/visitor-window/count-visitor-window.js';
export {
  KeptVisitorWindow,
  type WantedWindow,
} from './queries/visitor-window/kept-visitor-window.js';
export { visitorFeaturesVersion } from './queries/visitor-window/fill-visitor-window.js';
export { verdictsInForce } from './queries/verdicts-in-force.js';
export {
  type AuditedPartition,
  type BrokerRange,
  compareWithBrokers,
} from './audit/compare-with-brokers.js';
export { LogAudit } from './audit/log-audit.js';
export { type PartitionAudit, repairOf } from './audit/partition-audit.js';
export { topicLife } from './topic-life.js';
export { explainKeys } from './queries/explain-keys.js';
export { explainLastJudgement } from './queries/explain-last-judgement.js';
export { reasonComparison, reasonFeatures, type Statement } from './queries/explain-reason.js';
export { type ExplainedRow, explainVerdicts } from './queries/explain-verdicts.js';
export { statementScript } from './snapshot/statement-script.js';
export { type LogSnapshot } from './snapshot/log-snapshot.js';
export { recordedSnapshot, takeSnapshot } from './snapshot/take-snapshot.js';
export { leaveOutOwnAnswers } from './own-answers/leave-out-own-answers.js';
export { withOwnScratch } from './snapshot/scratch-tables.js';
export { pathConduct } from './queries/path-conduct.js';
export { campaignGrowthAdd, campaignGrowthClear } from './queries/campaign-growth.js';
export { type CampaignPhaseRow, campaignPhases } from './queries/campaign-phases.js';
export {
  type NotedMember,
  notedCampaigns,
  notedMembers,
  noteGroupMembers,
} from './queries/campaign-members.js';
export {
  campaignMemberList,
  type CampaignMemberRow,
  campaignReports,
  type CampaignReportRow,
} from './queries/campaign-report.js';
export { campaignSeries, type CampaignSeriesRow } from './queries/campaign-series.js';
export { campaignSuspects, type SuspectRow } from './queries/campaign-suspects.js';
export {
  campaignTrafficExtent,
  countCampaignTraffic,
  firstCampaignHour,
  lateCampaignHours,
} from './queries/campaign-traffic.js';
export { learnedUntil } from './queries/learned-until.js';
export { type SignedRequestRow, signedRequests } from './queries/signed-requests.js';
export { FeedCursors, type FeedReader, type StoredCursor } from './feeds/feed-cursors.js';
export { feedExtent, feedHistory, type HistoryRow, newestVerdict } from './feeds/feed-history.js';
export { type FeedKey, feedKeyHash, FeedKeys } from './feeds/feed-keys.js';
