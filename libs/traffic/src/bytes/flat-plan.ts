import { type JsonField } from '../json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { jsonLogFormats } from '../json-log-formats.js';
import { type JsonRecord } from '../json-record.js';
import { type LogFormatName } from '../log-format-name.js';
import { type RawRequest } from '../raw-request.js';
import { createPlan, type PlanStep } from '../scan/json-plan.js';
import { type Source } from '../source.js';

/** Keys whose values tell some formats from others; the others are told by the keys alone, as long as no value is nested. */
const TOLD_BY_VALUE: readonly string[] = ['event_source', 'telemetryEventCategory', 'properties'];

/** What flat objects are read of by their bytes. */
const READ_FIELDS = [
  'eventTime',
  'clientAddress',
  'clientPort',
  'request',
  'httpRequestMethod',
  'url',
  'urlPath',
  'urlQuery',
  'urlScheme',
  'serverAddress',
  'serverPort',
  'networkProtocolVersion',
  'httpResponseStatusCode',
  'httpResponseBodySize',
  'httpResponseSize',
  'httpRequestSize',
  'userAgentOriginal',
  'httpRequestReferer',
  'httpRequestXForwardedFor',
  'durationSeconds',
  'durationMs',
  'durationUs',
  'durationNs',
  'requestId',
  'traceId',
  'sessionKey',
  'accountKey',
  'apiClient',
  'consentKey',
  'tlsProtocolVersion',
  'tlsCipher',
  'tlsClientJa3',
  'tlsClientJa4',
  'cacheStatus',
  'edgeLocation',
  'clientCountry',
] as const satisfies readonly JsonField[];

export type FlatField = (typeof READ_FIELDS)[number];

/** The numbers of the fields that are read. */
export const FLAT_FIELDS = Object.fromEntries(
  READ_FIELDS.map((field, number) => [field, number]),
) as Readonly<Record<FlatField, number>>;

/** Which fields the values of flat objects with certain keys are. Keys are told by their places. */
export interface FlatPlan {
  readonly format: LogFormatName;
  readonly timeKind: RawRequest['eventTimeKind'];
  /** By the numbers of the fields: the places where each may be, the first that says something counts. */
  readonly places: readonly (readonly number[])[];
  /** What says something at these places is read as text. */
  readonly silent: readonly number[];
}

/** The plan for flat objects of a source; null where they are read as text. */
export function flatPlanOf(source: Source, keys: readonly string[]): FlatPlan | null {
  const format = formatOf(source, keys);
  const mapped = format?.mapped?.(source);
  if (format === undefined || mapped === undefined || mapped.settle !== undefined) return null;
  const { names, ownNames = {}, headerOf = () => '', timeKind } = mapped;
  const { steps, headers } = createPlan({ names, ownNames, headerOf }, keys);
  const places: (readonly number[])[] = READ_FIELDS.map(() => []);
  const silent = headers.map(({ key }) => keys.indexOf(key));
  for (const step of steps) {
    const number = READ_FIELDS.findIndex((field) => field === step.field);
    if (number >= 0) places[number] = placesOf(step, keys);
    else silent.push(...placesOf(step, keys));
  }
  return { format: format.name, timeKind, places, silent };
}

/** What lies deeper is in no flat object. */
function placesOf({ paths }: PlanStep, keys: readonly string[]): number[] {
  return paths.filter(({ length }) => length === 1).map(([key = '']) => keys.indexOf(key));
}

/** The format that is named, or that recognises such objects; undefined where it takes a look at the values. */
function formatOf({ format }: Source, keys: readonly string[]): JsonLogFormat | undefined {
  if (format !== 'auto') return jsonLogFormats.find(({ name }) => name === format);
  if (TOLD_BY_VALUE.some((key) => keys.includes(key))) return undefined;
  const record: JsonRecord = Object.fromEntries(keys.map((key) => [key, '']));
  return jsonLogFormats.find(({ recognises }) => recognises(record));
}
