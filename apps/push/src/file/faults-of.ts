import { nearestName } from '#libs/sources';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { SecretReference } from './secret-reference.js';

/** What is wrong, and where: keys and indexes from the file inwards. Never the value. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** Everything that is wrong with a description, its nested parts included. */
export function faultsOf(description: object, at: readonly (string | number)[]): FieldFault[] {
  const errors = validateSync(description, { whitelist: true, forbidNonWhitelisted: true });
  return [...errors.flatMap((error) => faultsOfError(error, at)), ...secretFaults(description, at)];
}

function faultsOfError(error: ValidationError, parent: FieldFault['path']): FieldFault[] {
  const { property, constraints = {}, children = [] } = error;
  const path = [...parent, /^\d+$/.test(property) ? Number(property) : property];
  const own = Object.entries(constraints)
    // Said better by our own rule on the same property.
    .filter(([rule]) => rule !== 'nestedValidation')
    .map(([rule, said]) => ({ path, problem: wording(rule, said, error) }));
  return [...own, ...children.flatMap((child) => faultsOfError(child, path))];
}

function wording(rule: string, said: string, { property, target, value }: ValidationError): string {
  if (rule === 'text' && typeof value === 'number')
    return `${said}; YAML reads this one as a number: put it in quotes`;
  if (rule !== 'whitelistValidation') return value === undefined ? `is missing; it ${said}` : said;
  const settings = settingsOf(target);
  const near = nearestName(property, settings);
  return near === ''
    ? `is no setting; allowed are ${settings.join(', ')}`
    : `is no setting; did you mean ${near}?`;
}

function settingsOf(target: object | undefined): string[] {
  if (target === undefined) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(
    target.constructor,
    '',
    false,
    false,
  );
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

/** A secret comes from one place. */
function secretFaults(description: object, at: FieldFault['path']): FieldFault[] {
  return Object.entries(description).flatMap(([name, value]: [string, unknown]) => {
    if (!(value instanceof SecretReference)) return [];
    const given = [value.env, value.file].filter((one) => one !== undefined).length;
    return given === 1
      ? []
      : [{ path: [...at, name], problem: 'must be one of {env: NAME} and {file: path}' }];
  });
}
