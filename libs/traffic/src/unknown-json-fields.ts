import { JSON_FIELDS } from './json-field-map.js';

const KNOWN: ReadonlySet<string> = new Set(JSON_FIELDS);

/** The keys of a field map that name no field of a request, in their order; `JSON_FIELDS` has the names allowed. */
export function unknownJsonFields(fieldMap: object): readonly string[] {
  return Object.keys(fieldMap).filter((field) => !KNOWN.has(field));
}
