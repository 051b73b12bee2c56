import { JSON_FIELDS, LOG_FORMAT_NAMES } from '#libs/traffic';
import { columnName } from './field-name.js';

const TEXT = { type: 'string' };
const TEXTS = { anyOf: [TEXT, { type: 'array', items: TEXT, minItems: 1 }] };
const DURATION = {
  anyOf: [{ type: 'number' }, { type: 'string', pattern: '^[+-]?\\d+(\\.\\d+)? ?(ms|[smhd])$' }],
};

const describedAs = (description: string, schema: object): object => ({ description, ...schema });

const PLACE = {
  type: 'object',
  additionalProperties: false,
  properties: {
    header: describedAs('Name of a header', TEXT),
    cookie: describedAs('Name of a cookie', TEXT),
    query: describedAs('Name of a query parameter', TEXT),
    path: describedAs('Beginning of a path with one segment in braces: /accounts/{account}', TEXT),
    claim: describedAs('A claim of the JSON web token in the header or cookie', TEXT),
    attribute: describedAs('An attribute of the certificate subject in the header', TEXT),
  },
};
const PLACES = { anyOf: [PLACE, { type: 'array', items: PLACE, minItems: 1 }] };

const SETTINGS = {
  name: describedAs('Stands in the rows as source_name', { ...TEXT, pattern: '^[\\w.-]{1,100}$' }),
  topics: describedAs('Kafka topics that carry it', TEXTS),
  format: describedAs('Layout of the lines; auto guesses', { enum: ['auto', ...LOG_FORMAT_NAMES] }),
  fields: describedAs('Names of the fields in order, for W3C formats without a header', TEXTS),
  trailing_fields: describedAs('Names of the fields behind the user agent, in order', TEXTS),
  field_map: describedAs('Where a JSON log keeps what: a key, a dotted path, or several', {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      JSON_FIELDS.flatMap((field) => [
        [columnName(field), TEXTS],
        [field, TEXTS],
      ]),
    ),
  }),
  captured_headers: describedAs('Headers that HAProxy captures, in order', {
    type: 'object',
    additionalProperties: false,
    properties: { request: TEXTS, response: TEXTS },
  }),
  default_host: describedAs('The site, where the lines do not say it', TEXT),
  utc_offset: describedAs('Zone of times logged without one: +01:00', TEXT),
  clock_correction: describedAs('Added to every time: 2s, -1500ms', DURATION),
  sample_rate: describedAs('Share of requests that is logged', {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 1,
  }),
  kept_headers: describedAs('Request headers to store as they are', TEXTS),
  trusted_proxies: describedAs('Addresses and CIDR blocks of the proxies in front', TEXTS),
  hops: describedAs('How many proxies stand in front', {
    type: 'integer',
    minimum: 1,
    maximum: 32,
  }),
  client_address_header: describedAs('Header in which they name the client', TEXTS),
  session: describedAs('Where the session id is', PLACES),
  account: describedAs('Where the account is', PLACES),
  api_client: describedAs('Where the API client is', PLACES),
  consent: describedAs('Where the consent is', PLACES),
  max_event_age: describedAs('Older events are marked suspect: 7d', DURATION),
};

/** A JSON Schema of the file, for editors that complete and check while typing; `loadSources` checks more. */
export const SOURCES_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Sources of access logs',
  type: 'object',
  required: ['sources'],
  additionalProperties: false,
  properties: {
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: SETTINGS,
      },
    },
  },
};
