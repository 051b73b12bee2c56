import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { rule } from './rule.js';

const INTEGER = /^-?\d{1,15}$/;

/** An integer variable within a closed range. Nothing but digits and a sign is a number here. */
export function EnvInteger(range: { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && INTEGER.test(value.trim()) ? Number(value) : value,
    ),
    rule(
      'envInteger',
      (value) => Number.isSafeInteger(value) && within(value as number, range),
      `must be an integer from ${range.min} to ${range.max}`,
    ),
  );
}

function within(value: number, range: { min: number; max: number }): boolean {
  return value >= range.min && value <= range.max;
}
