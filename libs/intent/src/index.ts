export { baselineLevels, type Baseline } from './baseline.js';
export { blendWithHistory } from './baselines/blend-with-history.js';
export { type CountedBaseline } from './baselines/counted-baseline.js';
export { shrinkToEstate } from './baselines/shrink-to-estate.js';
export { type Campaign } from './campaigns/campaign.js';
export { type CampaignKind } from './campaigns/campaign-kind.js';
export { type CampaignPhase } from './campaigns/campaign-phase.js';
export { type Crowd } from './campaigns/crowd-of.js';
export { findCrowd } from './campaigns/find-crowd.js';
export { findDayCrowd } from './campaigns/find-day-crowd.js';
export { mayHoldDayCrowd } from './campaigns/may-hold-day-crowd.js';
export { type Excess } from './campaigns/excess.js';
export { findExcess } from './campaigns/find-excess.js';
export { mergePhases } from './campaigns/merge-phases.js';
export { type Suspect } from './campaigns/suspect.js';
export { type TrafficSeries } from './campaigns/traffic-series.js';
export { type Membership } from './campaigns/membership.js';
export { findLoginCampaigns } from './campaigns/find-login-campaigns.js';
export { findReaderCampaigns } from './campaigns/find-reader-campaigns.js';
export { type LoginGroup } from './campaigns/login-group.js';
export { type ReaderGroup } from './campaigns/reader-group.js';
export { type ActorGroup } from './campaigns/actor-group.js';
export { findActorCampaigns } from './campaigns/find-actor-campaigns.js';
export { type ClientCaller } from './clients/client-caller.js';
export { type ClientFigures } from './clients/client-figures.js';
export { type ClientObservations } from './clients/client-observations.js';
export { type ClientPeriod } from './clients/client-period.js';
export { type ClientReport } from './clients/client-report.js';
export { type CustomerAddressUse } from './clients/customer-address-use.js';
export { type ClientJudgements, judgeClients } from './clients/judge-clients.js';
export { type PersonHabits } from './clients/person-habits.js';
export { spareSharedCallers } from './clients/spare-shared-callers.js';
export { type SubVisitor } from './clients/sub-visitor.js';
export { type UnattendedUse } from './clients/unattended-use.js';
export { type Action } from './decision/action.js';
export {
  advanceVerdict,
  expireVerdict,
  liftVerdict,
  type Transition,
} from './decision/advance-verdict.js';
export { type Intent } from './decision/intent.js';
export { type JudgedGroup } from './decision/explain/judged-group.js';
export { missingReasons, type WithoutReasons } from './decision/explain/missing-reasons.js';
export { type OtherFigure, otherFigures } from './decision/explain/other-figures.js';
export { type Outcome, outcomeOf } from './decision/explain/outcome.js';
export {
  asTraced,
  traceJudgement,
  type TracedJudgement,
} from './decision/explain/trace-judgement.js';
export { judgeAddress } from './decision/judge-address.js';
export { judgeVisitor } from './decision/judge-visitor.js';
export { type Judgement } from './decision/judgement.js';
export { settlePrefix } from './decision/settle-prefix.js';
export { supersede } from './decision/supersede.js';
export { modelVersion } from './decision/model-version.js';
export { isInForce, type Phase, type VerdictState } from './decision/verdict-state.js';
export { type BlastRadius } from './policy/blast-radius.js';
export { type Circumstances } from './policy/circumstances.js';
export { actionFor, decideAction, overrideOf } from './policy/decide-action.js';
export { type Decision } from './policy/decision.js';
export { defaultPolicy } from './policy/default-policy.js';
export { blockOf } from './policy/key-scope.js';
export { prefixName } from './policy/prefix-name.js';
export { judgementSketch, type StoredJudgement } from './policy/judgement-sketch.js';
export { type KnownVisitor, knownVisitor } from './policy/known-visitor.js';
export { Neighbourhood } from './policy/neighbourhood.js';
export { policyInWords } from './policy/policy-in-words.js';
export { readPolicy } from './policy/read-policy.js';
export { type ScopedKey } from './policy/key-scope.js';
export { type Policy } from './policy/policy.js';
export { type Sighting } from './policy/sighting.js';
export { isFelt } from './policy/strictness.js';
export { unknownCircumstances } from './policy/unknown-circumstances.js';
export { type CycleFigures } from './guards/cycle-figures.js';
export { expectedPeople } from './guards/expected-people.js';
export { type GuardFinding, type HoldReason } from './guards/guard-finding.js';
export { type HeldBack, holdBack, isAlwaysAdmitted } from './guards/hold-back.js';
export { inspectCycle } from './guards/inspect-cycle.js';
export { baselineFeatures, type BaselineFeature, type Estate } from './estate.js';
export { type Evidence } from './evidence/evidence.js';
export { type TracedEvidence } from './evidence/traced-evidence.js';
export { assumedPriors } from './fitting/assumed-priors.js';
export { type Calibration } from './fitting/calibration.js';
export { crossValidate, type HeldBackEstimate } from './fitting/cross-validate.js';
export { discrimination, type Discrimination } from './fitting/discrimination.js';
export { type FittingTerms } from './fitting/fitting-terms.js';
export { type FittedWeights } from './fitting/fitted-weights.js';
export { type LabelledEvidence } from './fitting/labelled-evidence.js';
export {
  assumed,
  assumedCalibrated,
  calibrateAssumed,
  fitCalibrated,
  fitted,
  fittedCalibrated,
  shipped,
} from './fitting/learners.js';
export {
  fitWeights,
  WEIGHT_DEVIATION,
  type WeightFit,
  type WeightsFit,
} from './fitting/fit-weights.js';
export { type Learner } from './fitting/learner.js';
export { parseFittedWeights } from './fitting/parse-fitted-weights.js';
export { type ProbabilityEstimate } from './fitting/probability-estimate.js';
export { calibrationError, reliability, type ReliabilityBin } from './fitting/reliability.js';
export { strengthsByQuestion, type StrengthsByQuestion } from './fitting/strengths-by-question.js';
export { type Nature } from './nature/nature.js';
export { learnRoles } from './roles/learn-roles.js';
export { type LearnedRole } from './roles/learned-role.js';
export { type PathConduct } from './roles/path-conduct.js';
export { type SiteProfile } from './site-profile.js';
export { type ThreatClass } from './threats/threat-class.js';
export { threats } from './threats/threats.js';
export { type Visitor } from './visitor.js';
export { type VisitorFeatures, type VisitorKeyType } from './visitor-features.js';
export { type AgentKind, type VisitorIdentity } from './visitor-identity.js';
export { EVENT_FIELDS, type EventField } from './visibility/event-field.js';
export { threatVisibility, type ThreatVisibility } from './visibility/threat-visibility.js';
