import { describe, expect, it } from '@jest/globals';
import { PlaceDescription } from './place-description.js';
import { settingsOf } from './settings-of.js';
import { SourceDescription } from './source-description.js';
import { SOURCES_SCHEMA } from './sources-schema.js';

describe('the JSON schema of the description', () => {
  it('knows exactly the settings that are read', () => {
    const { properties } = SOURCES_SCHEMA.properties.sources.items;
    expect(Object.keys(properties)).toEqual(settingsOf(SourceDescription));
    const { anyOf } = properties.session as unknown as { anyOf: { properties: object }[] };
    expect(Object.keys(anyOf[0]?.properties ?? {})).toEqual(settingsOf(PlaceDescription));
  });
});
