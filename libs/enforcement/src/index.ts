export { cloudEventHeaders } from './cloud-event-headers.js';
export { type VerdictChange } from './consume/verdict-change.js';
export { VerdictTable } from './consume/verdict-table.js';
export { type Difference, differences } from './differences.js';
export { encodeLifted } from './encode-lifted.js';
export { encodeVerdict } from './encode-verdict.js';
export { type JudgedPart, judgedPart, recordedPart } from './judged-part.js';
export { type Again, type Recount } from './recount.js';
export { encodeOcsf } from './ocsf/encode-ocsf.js';
export { verdictKey } from './verdict-key.js';
export { type LiftedMessage, type VerdictMessage, type VerdictReason } from './verdict-message.js';
export { blockText } from './capacity/address-block.js';
export { BlockIndex } from './export/block-index.js';
export { type AddressEntry } from './capacity/address-entry.js';
export { type Capacity, entryKey, pack, type Packing } from './capacity/pack.js';
export { type Selection, selectEntries } from './capacity/select-entries.js';
export { type ChangeLimits, guardChange, type PendingChange } from './push/change-guard.js';
export { type AddressGroupChange, planAddressGroup } from './push/plan-address-group.js';
export { type AkamaiList, type AkamaiRequest, planAkamaiList } from './push/plan-akamai-list.js';
export {
  AWS_IP_SET_SIZE,
  type AwsIpSet,
  type AwsIpSetUpdate,
  planAwsIpSets,
} from './push/plan-aws-ip-sets.js';
export {
  type CloudflareItem,
  type CloudflareOperation,
  planCloudflareList,
} from './push/plan-cloudflare-list.js';
export {
  FASTLY_ACL_SIZE,
  type FastlyAcl,
  type FastlyPatch,
  planFastlyAcls,
} from './push/plan-fastly-acls.js';
export { type MapCommand, type MapLine, planHaproxyMap } from './push/plan-haproxy-map.js';
export {
  type LapiDecision,
  type LapiNewDecision,
  type LapiRequest,
  planLapiDecisions,
} from './push/plan-lapi-decisions.js';
export {
  type BudgetLevel,
  budgetOf,
  fullBudget,
  type RateBudget,
  refilled,
  spend,
} from './push/rate-budget.js';
export { type CheckedTarget } from './push/checked-target.js';
export { type ReleasedTarget } from './push/released-target.js';
export { type TargetFailure } from './push/target-failure.js';
export { type TargetStatus } from './push/target-status.js';
export { retryDelay } from './push/retry-delay.js';
export { type AddressBlock, parseBlock } from './capacity/address-block.js';
export { exportGuard } from './export/export-guard.js';
export { type Decision, type DecisionType } from './lapi/decision.js';
export { DECISION_TYPES } from './lapi/decision-types.js';
export { DecisionBoard } from './lapi/decision-board.js';
export {
  type DecisionDelta,
  type FeedCursor,
  feedSince,
  wholeFeed,
} from './lapi/decision-delta.js';
export { type DecisionFilter } from './lapi/decision-filter.js';
export { searchDecisions } from './lapi/decision-search.js';
export { listEntries } from './lists/list-entries.js';
export { type ListFormat } from './lists/list-format.js';
export { LIST_FORMATS } from './lists/list-formats.js';
export { type ListPage, listPage, type PageQuery } from './lists/list-page.js';
export { type ListQuery } from './lists/list-query.js';
