/**
 * A Detection Finding (class 2004) of the Open Cybersecurity Schema Framework 1.3, as far as a verdict fills it. Times
 * in milliseconds since the epoch, probabilities as percentages.
 * @see https://schema.ocsf.io/1.3.0/classes/detection_finding
 */
export interface DetectionFinding {
  readonly category_uid: 2;
  readonly class_uid: 2004;
  readonly type_uid: number;
  readonly activity_id: ActivityId;
  readonly time: number;
  readonly severity_id: SeverityId;
  readonly status_id: StatusId;
  readonly is_alert: boolean;
  readonly confidence_score?: number;
  readonly risk_score?: number;
  readonly message: string;
  readonly finding_info: FindingInfo;
  readonly evidences: readonly Evidence[];
  readonly observables: readonly Observable[];
  readonly metadata: Metadata;
  /** What OCSF has no place for, in the words of the verdict message. */
  readonly unmapped: Readonly<Record<string, unknown>>;
}

/** 1 create, 2 update, 3 close. */
export type ActivityId = 1 | 2 | 3;

/** 1 informational, 2 low, 3 medium, 4 high, 5 critical. */
export type SeverityId = 1 | 2 | 3 | 4 | 5;

/** 1 new, 2 in progress, 3 suppressed, 4 resolved. */
type StatusId = 1 | 2 | 3 | 4;

interface FindingInfo {
  /** The same for every change of one visitor key. */
  readonly uid: string;
  readonly title: string;
  readonly desc: string;
  readonly types: readonly string[];
  readonly first_seen_time?: number;
  readonly last_seen_time?: number;
}

interface Evidence {
  readonly src_endpoint?: { readonly ip: string };
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Observable {
  readonly name: string;
  /** 2 an IP address, 16 a user agent, 99 anything else. */
  readonly type_id: 2 | 12 | 16 | 99;
  readonly value: string;
}

interface Metadata {
  readonly version: '1.3.0';
  readonly product: { readonly name: 'Wherefore'; readonly vendor_name: 'Wherefore' };
  readonly uid: string;
  readonly tenant_uid: string;
}
