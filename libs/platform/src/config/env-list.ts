import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { rule } from './rule.js';

/**
 * A comma separated list; blanks around items and empty items are dropped.
 * `item`, when given, must match each one, and `allowed` says in words what that means.
 */
export function EnvList(
  options: { min?: number; item?: RegExp; allowed?: string } = {},
): PropertyDecorator {
  const { min = 0, item = /^[^\s,]+$/, allowed = 'items without blanks' } = options;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? splitList(value) : value,
    ),
    rule(
      'envList',
      (value) =>
        Array.isArray(value) &&
        value.length >= min &&
        value.every((entry) => typeof entry === 'string' && item.test(entry)),
      `must be a comma separated list of ${allowed}${min > 0 ? `, at least ${min}` : ''}`,
    ),
  );
}

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
