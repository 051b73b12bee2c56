import { describe, expect, it } from '@jest/globals';
import { DEFAULT_JSON_FIELD_MAP } from './default-json-field-map.js';
import { JSON_FIELDS } from './json-field-map.js';
import { unknownJsonFields } from './unknown-json-fields.js';

describe('a field map', () => {
  it('may name every field of a request', () => {
    expect(unknownJsonFields(Object.fromEntries(JSON_FIELDS.map((field) => [field, 'x'])))).toEqual(
      [],
    );
  });

  it('is told which of its names are none', () => {
    const map = { eventTime: 't', eventtime: 't', constructor: 'x', url: 'u', path: 'p' };
    expect(unknownJsonFields(map)).toEqual(['eventtime', 'constructor', 'path']);
  });

  it('has a usual name for every field', () => {
    expect(JSON_FIELDS.filter((field) => DEFAULT_JSON_FIELD_MAP[field] === undefined)).toEqual([]);
  });
});
