import { JSON_FIELDS, unknownJsonFields } from '#libs/traffic';
import { validateSync, type ValidationError } from 'class-validator';
import { CapturedHeadersDescription } from './captured-headers-description.js';
import { columnName, fieldName } from './field-name.js';
import { asList, brokenItems } from './list-rules.js';
import { nearestName } from './nearest-name.js';
import { PlaceDescription } from './place-description.js';
import { settingsOf } from './settings-of.js';
import { SourceDescription } from './source-description.js';

/** What is wrong, and where: keys and indexes from the source inwards. */
export interface SourceFault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** Everything that is wrong with one source by itself. */
export function checkSource(source: SourceDescription): SourceFault[] {
  const errors = validateSync(source, { whitelist: true, forbidNonWhitelisted: true });
  return [
    ...errors.flatMap((error) => faultsOf(error, [], settingsOf(SourceDescription))),
    ...fieldMapFaults(source.field_map),
    ...placeFaults(source),
    ...togetherFaults(source),
  ];
}

function faultsOf(
  error: ValidationError,
  parent: SourceFault['path'],
  settings: readonly string[],
): SourceFault[] {
  const { property, children = [], constraints = {} } = error;
  const isIndex = /^\d+$/.test(property);
  const path = [...parent, isIndex ? Number(property) : property];
  const inner = isIndex ? settings : settingsInside(property);
  return [
    ...Object.entries(constraints).flatMap(([rule, problem]) =>
      faultsOfRule(rule, problem, { error, path, settings }),
    ),
    ...children.flatMap((child) => faultsOf(child, path, inner)),
  ];
}

function settingsInside(property: string): readonly string[] {
  return settingsOf(
    property === 'captured_headers' ? CapturedHeadersDescription : PlaceDescription,
  );
}

interface FaultPlace {
  readonly error: ValidationError;
  readonly path: SourceFault['path'];
  readonly settings: readonly string[];
}

function faultsOfRule(rule: string, problem: string, place: FaultPlace): SourceFault[] {
  const { error, path, settings } = place;
  if (rule === 'whitelistValidation') {
    return [{ path, problem: unknownSetting(error.property, settings) }];
  }
  // Said better by our own rule on the same property.
  if (rule === 'nestedValidation') return [];
  const broken = brokenItems(rule, error.value);
  if (broken !== undefined) {
    const { indexes, allowed } = broken;
    return indexes.map((index) => ({ path: [...path, index], problem: allowed }));
  }
  return [{ path, problem: error.value === undefined ? `is missing; it ${problem}` : problem }];
}

function unknownSetting(name: string, settings: readonly string[]): string {
  const near = nearestName(name, settings);
  return near === ''
    ? `is no setting; allowed are ${settings.join(', ')}`
    : `is no setting; did you mean ${near}?`;
}

function fieldMapFaults(fieldMap: unknown): SourceFault[] {
  if (typeof fieldMap !== 'object' || fieldMap === null) return [];
  const known = JSON_FIELDS.map(columnName);
  return Object.keys(fieldMap)
    .filter((column) => unknownJsonFields({ [fieldName(column)]: '' }).length > 0)
    .map((column) => {
      const near = nearestName(column, known);
      const allowed = near === '' ? `allowed are ${known.join(', ')}` : `did you mean ${near}?`;
      return { path: ['field_map', column], problem: `is no field of a request; ${allowed}` };
    });
}

const PLACES = ['session', 'account', 'api_client', 'consent'] as const;

/** A place is one of four things, and tokens and certificates are in some of them only. */
function placeFaults(source: SourceDescription): SourceFault[] {
  return PLACES.flatMap((setting) => {
    const value = source[setting];
    return asList(value).flatMap((place, index) => {
      const path = Array.isArray(value) ? [setting, index] : [setting];
      return place instanceof PlaceDescription ? faultsOfPlace(place, path) : [];
    });
  });
}

function faultsOfPlace(place: PlaceDescription, path: SourceFault['path']): SourceFault[] {
  const { header, cookie, query, path: inPath, claim, attribute } = place;
  const given = [header, cookie, query, inPath].filter((one) => one !== undefined);
  const faults: SourceFault[] = [];
  if (given.length !== 1) {
    faults.push({ path, problem: 'must have exactly one of header, cookie, query and path' });
  }
  if (claim !== undefined && header === undefined && cookie === undefined) {
    faults.push({ path: [...path, 'claim'], problem: 'is for a token in a header or cookie' });
  }
  if (attribute !== undefined && (header === undefined || claim !== undefined)) {
    faults.push({
      path: [...path, 'attribute'],
      problem: 'is for the subject of a certificate in a header',
    });
  }
  return faults;
}

/** Settings that say nothing without another. */
function togetherFaults(source: SourceDescription): SourceFault[] {
  const faults: SourceFault[] = [];
  const { client_address_header: header, trusted_proxies: proxies, hops } = source;
  if (header !== undefined && proxies === undefined && hops === undefined) {
    faults.push({
      path: ['client_address_header'],
      problem: 'is believed from trusted proxies only; add trusted_proxies or hops',
    });
  }
  if (source.format === 'json' && source.field_map === undefined) {
    faults.push({ path: ['format'], problem: 'json knows no keys by itself; add field_map' });
  }
  return faults;
}
