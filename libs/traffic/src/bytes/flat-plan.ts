import { JSON_FIELDS, type JsonField } from '../json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { jsonLogFormats } from '../json-log-formats.js';
import { type JsonRecord } from '../json-record.js';
import { type LogFormatName } from '../log-format-name.js';
import { type RawRequest } from '../raw-request.js';
import { createPlan, type PlanStep } from '../scan/json-plan.js';
import { type Source } from '../source.js';

/** Keys whose values tell some formats from others; the others are told by the keys alone, as long as no value is nested. */
export const TOLD_BY_VALUE: readonly string[] = [
  'event_source',
  'telemetryEventCategory',
  'properties',
];

/** Objects that say one of these are read as text: they are rare, or more than one value of the object. */
const LEFT_TO_TEXT = [
  'eventStartTime',
  'eventEndTime',
  'networkPeerAddress',
  'upstreamBotScore',
  'upstreamBotSource',
  'upstreamBotTags',
  'clientAsn',
  'requestHeaders',
  'requestHeaderNames',
  'duplicateMark',
  'sampleRate',
] as const satisfies readonly JsonField[];

type FlatField = Exclude<JsonField, (typeof LEFT_TO_TEXT)[number]>;

/** The numbers of the fields that are read by bytes: looking them up by name for every line would take longer than reading it. */
export const FLAT_FIELDS = Object.fromEntries(
  JSON_FIELDS.filter((field) => !LEFT_TO_TEXT.some((left) => left === field)).map(
    (field, number) => [field, number],
  ),
) as Readonly<Record<FlatField, number>>;

/** Where one field may be. */
interface FieldPlaces {
  readonly field: number;
  /** The first that says something counts. */
  readonly places: readonly number[];
}

/** Which fields the values of flat objects with certain keys are. Keys are told by their places. */
export interface FlatPlan {
  readonly format: LogFormatName;
  readonly timeKind: RawRequest['eventTimeKind'];
  readonly fields: readonly FieldPlaces[];
  /** What says something at these places is read as text. */
  readonly silent: readonly number[];
}

/** The plan for flat objects of a source; null where they are read as text. */
export function flatPlanOf(source: Source, keys: readonly string[]): FlatPlan | null {
  const format = formatOf(source, keys);
  const mapped = format?.mapped?.(source);
  if (format === undefined || mapped === undefined) return null;
  const { names, ownNames = {}, headerOf = () => '', timeKind } = mapped;
  const { steps, headers } = createPlan({ names, ownNames, headerOf }, keys);
  const fields: FieldPlaces[] = [];
  const numbers: Partial<Record<JsonField, number>> = FLAT_FIELDS;
  const silent = headers.map(({ key }) => keys.indexOf(key));
  for (const step of steps) {
    const field = numbers[step.field];
    const places = placesOf(step, keys);
    if (field !== undefined) fields.push({ field, places });
    else silent.push(...places);
  }
  return { format: format.name, timeKind, fields, silent };
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
