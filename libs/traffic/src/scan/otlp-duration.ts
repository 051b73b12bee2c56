import { type JsonRecord } from '../json-record.js';
import { durationMs } from './json-duration.js';
import { ownValue, textOf } from './json-value.js';

/** Attributes that hold how long a request took, and how many milliseconds their unit has. */
const DURATIONS: readonly (readonly [attribute: string, milliseconds: number])[] = [
  ['http.server.request.duration', 1000],
  ['http.request.server.duration', 1000],
  ['http.server.duration', 1],
  ['azure.request.duration', 1000],
  ['azure.duration', 1],
  ['duration_ms', 1],
  ['event.duration', 1e-6],
];

/** The three spans of an Elastic Load Balancer's entry, in seconds; -1 where one was not measured. */
const BALANCER_TIMES = [
  'aws.elb.request_processing_time',
  'aws.elb.target_processing_time',
  'aws.elb.response_processing_time',
];

/** How long a request took by the attributes of its log record, milliseconds; null where they do not say. */
export function otlpDuration(fields: JsonRecord, resource: unknown): number | null {
  for (const [attribute, milliseconds] of DURATIONS) {
    const value = ownValue(fields, attribute);
    if (value === undefined || value === null) continue;
    // Application Gateway v1, whose instances are roles, logs milliseconds under v2's name.
    const isV1 = attribute === 'azure.request.duration' && isRole(resource);
    return durationMs(value, isV1 ? 1 : milliseconds);
  }
  if (ownValue(resource, 'aws.s3.bucket') !== undefined) {
    return durationMs(ownValue(fields, 'duration'), 1);
  }
  return balancerDuration(fields);
}

function isRole(resource: unknown): boolean {
  return textOf(ownValue(resource, 'service.instance.id')).startsWith('ApplicationGatewayRole');
}

function balancerDuration(fields: JsonRecord): number | null {
  let sum = 0;
  for (const attribute of BALANCER_TIMES) {
    const span = durationMs(ownValue(fields, attribute), 1000);
    if (span === null) return null;
    sum += span;
  }
  return Math.round(sum * 1e6) / 1e6;
}
