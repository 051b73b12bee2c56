import { type JsonFieldMap, type MaterialPlace, type SourceIdentity } from '#libs/traffic';
import { type DescribedSource } from './described-source.js';
import { parseDuration } from './duration.js';
import { fieldName } from './field-name.js';
import { asList } from './list-rules.js';
import { type PlaceDescription } from './place-description.js';
import { type SourceDescription } from './source-description.js';
import { parseUtcOffset } from './utc-offset.js';

/** A checked description in the units and names of the program. */
export function describedSourceOf(description: SourceDescription): DescribedSource {
  const { name, topics, format = 'auto' } = description;
  return {
    name,
    topics: asList(topics),
    format,
    ...given({
      fieldMap: fieldMapOf(description.field_map),
      defaultHost: description.default_host,
      fields: listOf(description.fields),
      trailingFields: listOf(description.trailing_fields),
      capturedHeaders: capturedHeadersOf(description),
      utcOffsetMinutes: converted(description.utc_offset, parseUtcOffset),
      clockCorrectionMs: converted(description.clock_correction, parseDuration),
      sampleRate: description.sample_rate,
      keptHeaders: lowerCaseListOf(description.kept_headers),
      identity: identityOf(description),
      maxEventAgeMs: converted(description.max_event_age, parseDuration),
    }),
  };
}

type Given<Settings> = { [Name in keyof Settings]?: Exclude<Settings[Name], undefined> };

/** Without the settings that are not there. */
function given<Settings extends object>(settings: Settings): Given<Settings> {
  const there = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Given<Settings>;
}

function converted<Value, Result>(
  value: Value | undefined,
  convert: (value: Value) => Result,
): Result | undefined {
  return value === undefined ? undefined : convert(value);
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] | undefined {
  return value === undefined ? undefined : asList(value);
}

const lowerCaseListOf = (
  value: string | readonly string[] | undefined,
): readonly string[] | undefined => listOf(value)?.map((name) => name.toLowerCase());

function fieldMapOf(fieldMap: SourceDescription['field_map']): JsonFieldMap | undefined {
  return converted(fieldMap, (map) =>
    Object.fromEntries(Object.entries(map).map(([column, keys]) => [fieldName(column), keys])),
  );
}

function capturedHeadersOf({
  captured_headers: captured,
}: SourceDescription): DescribedSource['capturedHeaders'] {
  return converted(captured, ({ request, response }) =>
    given({ request: lowerCaseListOf(request), response: lowerCaseListOf(response) }),
  );
}

function identityOf(description: SourceDescription): SourceIdentity | undefined {
  const identity: SourceIdentity = given({
    trustedProxies: listOf(description.trusted_proxies)?.map((one) =>
      one === 'unix' ? 'unix:' : one,
    ),
    trustedHops: description.hops,
    clientAddressHeaders: lowerCaseListOf(description.client_address_header),
    session: placesOf(description.session),
    account: placesOf(description.account),
    apiClient: placesOf(description.api_client),
    consent: placesOf(description.consent),
  });
  return Object.keys(identity).length === 0 ? undefined : identity;
}

function placesOf(
  places: PlaceDescription | readonly PlaceDescription[] | undefined,
): readonly MaterialPlace[] | undefined {
  return listOf(places)?.map(placeOf);
}

function placeOf(place: PlaceDescription): MaterialPlace {
  const { header, cookie, query, path = '', claim, attribute } = place;
  if (header !== undefined) return { header: header.toLowerCase(), ...given({ claim, attribute }) };
  if (cookie !== undefined) return { cookie, ...given({ claim }) };
  return query === undefined ? { path } : { query };
}
