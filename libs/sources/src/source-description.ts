import 'reflect-metadata';
import { rule } from '#libs/platform';
import { LOG_FORMAT_NAMES, type LogFormatName } from '#libs/traffic';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CapturedHeadersDescription } from './captured-headers-description.js';
import { parseDuration } from './duration.js';
import { asList, ListOf } from './list-rules.js';
import { PlaceDescription } from './place-description.js';
import { parseUtcOffset } from './utc-offset.js';

const DAY_MS = 86_400_000;
const FORMATS: readonly unknown[] = ['auto', ...LOG_FORMAT_NAMES];

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMapping = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value as object).every(
    (keys) =>
      asList(keys as unknown).length > 0 &&
      asList(keys as unknown).every((key) => typeof key === 'string' && key !== ''),
  );

const isNumber = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;

function Places(): PropertyDecorator {
  const places = rule(
    'places',
    (value) => asList(value).length > 0 && asList(value).every(isObject),
    'must be a place, or a list of them: {cookie: ...}, {header: ...}, {query: ...} or {path: ...}',
  );
  return (target, property) => {
    IsOptional()(target, property);
    ValidateNested()(target, property);
    Type(() => PlaceDescription)(target, property);
    places(target, property);
  };
}

/** One source as the file describes it; what the keys mean is said in docs/operations/sources.md. */
export class SourceDescription {
  @rule(
    'name',
    (value) => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value),
    'must be a name: letters, digits, `_`, `-` and `.`, at most 100',
  )
  readonly name!: string;

  @IsOptional()
  @ListOf('topics')
  readonly topics?: string | string[];

  @IsOptional()
  @rule('format', (value) => FORMATS.includes(value), `must be one of ${FORMATS.join(', ')}`)
  readonly format?: LogFormatName | 'auto';

  @IsOptional()
  @ListOf('fieldNames')
  readonly fields?: string | string[];

  @IsOptional()
  @ListOf('trailingFields')
  readonly trailing_fields?: string | string[];

  @IsOptional()
  @rule('field_map', isMapping, 'must map fields to keys of the log, each a text or a list of them')
  readonly field_map?: Readonly<Record<string, string | string[]>>;

  @IsOptional()
  @rule('captured_headers', isObject, 'must have `request` or `response`: lists of header names')
  @ValidateNested()
  @Type(() => CapturedHeadersDescription)
  readonly captured_headers?: CapturedHeadersDescription;

  @IsOptional()
  @rule(
    'default_host',
    (value) => typeof value === 'string' && /^[\w.-]{1,255}$/.test(value),
    'must be a host name',
  )
  readonly default_host?: string;

  @IsOptional()
  @rule(
    'utc_offset',
    (value) => !Number.isNaN(parseUtcOffset(value)),
    'must be a distance from UTC like "+01:00" or Z',
  )
  readonly utc_offset?: string;

  @IsOptional()
  @rule(
    'clock_correction',
    (value) => Math.abs(parseDuration(value)) <= 3_660 * DAY_MS,
    'must be a time to add, like 2s, -1500ms or a number of milliseconds',
  )
  readonly clock_correction?: string | number;

  @IsOptional()
  @rule(
    'sample_rate',
    (value) => isNumber(value, Number.MIN_VALUE, 1),
    'must be the share of requests that is logged, above 0 and at most 1',
  )
  readonly sample_rate?: number;

  @IsOptional()
  @ListOf('keptHeaders')
  readonly kept_headers?: string | string[];

  @IsOptional()
  @ListOf('proxies')
  readonly trusted_proxies?: string | string[];

  @IsOptional()
  @rule(
    'hops',
    (value) => Number.isInteger(value) && isNumber(value, 1, 32),
    'must be the number of proxies in front, a whole number from 1 to 32',
  )
  readonly hops?: number;

  @IsOptional()
  @ListOf('headers')
  readonly client_address_header?: string | string[];

  @Places()
  readonly session?: PlaceDescription | PlaceDescription[];

  @Places()
  readonly account?: PlaceDescription | PlaceDescription[];

  @Places()
  readonly api_client?: PlaceDescription | PlaceDescription[];

  @Places()
  readonly consent?: PlaceDescription | PlaceDescription[];

  @IsOptional()
  @rule(
    'max_event_age',
    (value) => parseDuration(value) >= 0 && parseDuration(value) <= 36_500 * DAY_MS,
    'must be a time like 12h or 7d; 0 believes every age',
  )
  readonly max_event_age?: string | number;
}
