/**
 * The CloudEvents 1.0 attributes of a verdict message in binary mode, as Kafka headers. `ce_revision` is an extension
 * attribute: a tombstone has no value that could carry its revision.
 */
export function cloudEventHeaders(event: {
  readonly id: string;
  readonly subject: string;
  readonly time: string;
  readonly revision: number;
}): Record<string, string> {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: 'wherefore.verdict.v1',
    ce_source: 'wherefore/analyse',
    ce_subject: event.subject,
    ce_time: event.time,
    ce_revision: String(event.revision),
  };
}
