import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

/** A variable that holds a JSON array of file paths, at least one. */
export function EnvJsonPaths(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? parse(value) : value,
    ),
    ValidateBy({
      name: 'envJsonPaths',
      validator: {
        validate: isPaths,
        defaultMessage: () => 'must be a JSON array of file paths, at least one',
      },
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isPaths(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((path) => typeof path === 'string' && path !== '' && !path.includes('\0'))
  );
}
