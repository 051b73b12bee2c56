import { type JsonField, JSON_FIELDS, type JsonFieldMap } from '../json-field-map.js';
import { type JsonRecord } from '../json-record.js';
import { type JsonPath, pathsOf, valueAt } from './json-path.js';
import { type JsonRequest } from './json-request.js';
import { JSON_SETTERS, type JsonSetter } from './json-setters.js';
import { isRecord } from './json-value.js';

/** One field of a request, and where objects of one shape may keep it. */
export interface PlanStep {
  readonly field: JsonField;
  readonly set: JsonSetter;
  /** The only place, where it is a plain key; else `''`. */
  readonly key: string;
  readonly paths: readonly JsonPath[];
  readonly takesObject: boolean;
}

/** A top-level key that holds a request header. */
interface HeaderKey {
  readonly key: string;
  /** In lower case. */
  readonly header: string;
}

/** What to read from objects that have the same keys in the same order: only what can be there. */
export interface JsonPlan {
  readonly keys: readonly string[];
  readonly steps: readonly PlanStep[];
  readonly headers: readonly HeaderKey[];
  /** Whether there is a key for the request line, be it empty: a connection on which nothing was asked. */
  readonly hasRequestLine: boolean;
}

/** What a plan is made from: the fields' names, and the header a key may stand for (`''` for none). */
export interface PlanSettings {
  /** Names to be met exactly as they are; asked before `names`. */
  readonly ownNames: JsonFieldMap;
  /** Names that may differ in case, `_`, `-` and `:`. */
  readonly names: JsonFieldMap;
  readonly headerOf: (key: string) => string;
}

/** Works out, once for all objects of one shape, where each field can be. */
export function createPlan(settings: PlanSettings, keys: readonly string[]): JsonPlan {
  const shape: Shape = { exact: new Set(keys), loose: looseKeys(keys) };
  const steps: PlanStep[] = [];
  for (const field of JSON_FIELDS) {
    const paths = pathsIn(shape, namesOf(settings.ownNames[field]), namesOf(settings.names[field]));
    if (paths.length > 0) steps.push(stepOf(field, paths));
  }
  const hasRequestLine = steps.some(({ set }) => set === JSON_SETTERS.request);
  return { keys, steps, headers: headerKeys(settings, keys), hasRequestLine };
}

function stepOf(field: JsonField, paths: readonly JsonPath[]): PlanStep {
  const takesObject = field === 'requestHeaders';
  const [[key = '', ...deeper] = []] = paths;
  const isPlain = paths.length === 1 && deeper.length === 0 && !takesObject;
  return { field, set: JSON_SETTERS[field], key: isPlain ? key : '', paths, takesObject };
}

/** The top-level keys of objects, as they are and by their loose spelling. */
interface Shape {
  readonly exact: ReadonlySet<string>;
  readonly loose: ReadonlyMap<string, string>;
}

function pathsIn(
  shape: Shape,
  ownNames: readonly string[],
  names: readonly string[],
): readonly JsonPath[] {
  const paths = ownNames.flatMap((name) => presentPaths(name, shape.exact));
  for (const name of names) {
    const key = name.includes('.') ? undefined : shape.loose.get(looseKey(name));
    if (key !== undefined) paths.push([key]);
    else paths.push(...presentPaths(name, shape.exact));
  }
  return paths;
}

/** Sets every field that an object of the plan's shape has; the first place that says something wins. */
export function applyPlan(plan: JsonPlan, record: JsonRecord, parts: JsonRequest): void {
  for (const step of plan.steps) {
    if (step.key === '') applyPaths(step, record, parts);
    else {
      const value = record[step.key];
      if (isSaid(value)) step.set(parts, value);
    }
  }
}

function applyPaths(step: PlanStep, record: JsonRecord, parts: JsonRequest): void {
  for (const path of step.paths) {
    const value = valueAt(record, path);
    if (!(step.takesObject ? isRecord(value) : isSaid(value))) continue;
    step.set(parts, value);
    return;
  }
}

/** Whether a value says something: nginx's `-`, empty texts and lists, null and objects do not. */
function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value !== '' && value !== '-';
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return Array.isArray(value) && value.length > 0;
}

function namesOf(names: string | readonly string[] | undefined): readonly string[] {
  return typeof names === 'string' ? [names] : (names ?? []);
}

function presentPaths(name: string, keys: ReadonlySet<string>): JsonPath[] {
  return pathsOf(name).filter(([first]) => first !== undefined && keys.has(first));
}

/** Keys by their loose spelling, the first of each. */
function looseKeys(keys: readonly string[]): Map<string, string> {
  const loose = new Map<string, string>();
  for (const key of keys) {
    const spelling = looseKey(key);
    if (!loose.has(spelling)) loose.set(spelling, key);
  }
  return loose;
}

/** Longer keys are no field's name. */
const LONGEST_KEY = 64;

function looseKey(key: string): string {
  return key.length > LONGEST_KEY ? key : key.replace(/[-_:]/g, '').toLowerCase();
}

function headerKeys({ headerOf }: PlanSettings, keys: readonly string[]): HeaderKey[] {
  return keys
    .map((key) => ({ key, header: headerOf(key).toLowerCase() }))
    .filter(({ header }) => header !== '');
}
