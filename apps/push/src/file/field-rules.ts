import { rule } from '#libs/platform';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { parseDuration } from './duration.js';
import { SecretReference } from './secret-reference.js';

/** A text that fits. */
export function Text(pattern: RegExp, allowed: string): PropertyDecorator {
  return rule('text', (value) => typeof value === 'string' && pattern.test(value), allowed);
}

/** A list of at least so many texts that fit. */
export function Texts(pattern: RegExp, allowed: string, least = 1): PropertyDecorator {
  return rule(
    'texts',
    (value) =>
      Array.isArray(value) &&
      value.length >= least &&
      value.every((item) => typeof item === 'string' && pattern.test(item)),
    `must be a list of ${allowed}`,
  );
}

export function Choice(choices: readonly string[]): PropertyDecorator {
  return rule(
    'choice',
    (value) => typeof value === 'string' && choices.includes(value),
    `must be one of ${choices.join(', ')}`,
  );
}

export function WholeNumber(min: number, max: number): PropertyDecorator {
  return rule(
    'wholeNumber',
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    `must be a whole number from ${min} to ${max}`,
  );
}

export function NumberFrom(min: number, max: number): PropertyDecorator {
  return rule(
    'numberFrom',
    (value) => typeof value === 'number' && value >= min && value <= max,
    `must be a number from ${min} to ${max}`,
  );
}

export function Duration(): PropertyDecorator {
  return rule(
    'duration',
    (value) => parseDuration(value) > 0,
    'must be a time such as 10s, 5m or 1h',
  );
}

/** A secret, never in the file itself. */
export function Secret(): PropertyDecorator {
  const decorators = [
    rule(
      'secret',
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'must be {env: NAME} or {file: path}; the secret itself does not belong here',
    ),
    ValidateNested(),
    Type(() => SecretReference),
  ];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** Where an API is; over TLS unless it is on this machine, since the requests carry secrets. */
export function ApiUrl(): PropertyDecorator {
  return rule(
    'apiUrl',
    isApiUrl,
    'must be a URL: https, or http to this machine; no user or query',
  );
}

function isApiUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal);
  return isSafe && username + password + search + hash === '';
}
