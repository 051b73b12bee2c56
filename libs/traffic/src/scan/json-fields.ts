import { type JsonField } from '../json-field-map.js';

/** The keys of one field, with dotted paths taken apart once for all lines. */
type FieldKeys = Readonly<Record<JsonField, readonly JsonKey[]>>;

interface JsonKey {
  readonly key: string;
  /** Null for a plain key. */
  readonly path: readonly string[] | null;
}

/** Prepares a field map for `JsonFields`. */
export function compileKeys(keys: Readonly<Record<JsonField, readonly string[]>>): FieldKeys {
  const compiled = Object.entries(keys).map(([field, names]) => [field, names.map(compileKey)]);
  return Object.fromEntries(compiled) as FieldKeys;
}

function compileKey(key: string): JsonKey {
  return { key, path: key.includes('.') ? key.split('.') : null };
}

/** Reads an event's fields out of one parsed JSON object by the keys of its source. */
export class JsonFields {
  constructor(
    private readonly object: object,
    private readonly keys: FieldKeys,
  ) {}

  /** The first present value of a field that is text, number or boolean; undefined where there is none. */
  value(field: JsonField): string | number | boolean | undefined {
    for (const key of this.keys[field]) {
      const value = lookUp(this.object, key);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return value;
      }
    }
    return undefined;
  }

  /** As text; `''` for absent and for nginx's `-`. */
  text(field: JsonField): string {
    for (const key of this.keys[field]) {
      const value = lookUp(this.object, key);
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string' && value !== '' && value !== '-') return visible(value);
    }
    return '';
  }

  /** As a number not below zero; null for absent, empty and for lists such as `0.01, 0.02`. */
  number(field: JsonField): number | null {
    const value = this.value(field);
    if (value === undefined || value === '' || typeof value === 'boolean') return null;
    const number = Number(value);
    return Number.isFinite(number) && number >= 0 ? number : null;
  }
}

/** With control characters as `\\xHH`, as servers write them into text logs. */
function visible(text: string): string {
  return CONTROL.test(text) ? text.replace(CONTROLS, (character) => escapeOf(character)) : text;
}

function escapeOf(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

// Finding control characters is what these are for.
/* eslint-disable no-control-regex */
const CONTROL = /[\u0000-\u001f\u007f]/;
const CONTROLS = /[\u0000-\u001f\u007f]/g;
/* eslint-enable no-control-regex */

/** A key as it stands (`http.request.method` may be one key), else a dotted path. */
function lookUp(object: object, { key, path }: JsonKey): unknown {
  const direct = own(object, key);
  if (direct !== undefined || path === null) return direct;
  let value: unknown = object;
  for (const part of path) {
    value = own(value, part);
    if (value === undefined) return undefined;
  }
  return value;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
