import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { rule } from './rule.js';

const WORDS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A boolean variable: `true`, `false`, `1` or `0`, in any case. */
export function EnvBoolean(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (WORDS.get(value.trim().toLowerCase()) ?? value) : value,
    ),
    rule('envBoolean', (value) => typeof value === 'boolean', 'must be true or false'),
  );
}
