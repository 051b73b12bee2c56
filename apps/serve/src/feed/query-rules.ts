import { parseBlock } from '#libs/enforcement';
import { rule } from '#libs/platform';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';

const MOST_WORDS = 100;
const LONGEST_WORD = 200;

interface Allowed {
  readonly name: string;
  readonly holds: (value: unknown) => boolean;
  /** What is allowed: refusals say it, and the description of the feeds does. */
  readonly must: string;
  readonly type?: 'string' | 'boolean' | 'number' | 'integer';
}

/** A parameter that may be left out, checked and described in one; `about` says what it is for. */
function query(about: string, { name, holds, must, type = 'string' }: Allowed): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    rule(name, holds, `must be ${must}`),
    ApiPropertyOptional({ type, description: `${about}: ${must}` }),
  );
}

function transformed(of: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? of(value) : value,
  );
}

/** A parameter that may be left out: an address or a CIDR block. */
export function QueryBlock(about: string): PropertyDecorator {
  return query(about, {
    name: 'queryBlock',
    holds: (value) => typeof value === 'string' && parseBlock(value) !== null,
    must: 'an IPv4 or IPv6 address or a CIDR block',
  });
}

/** A parameter that may be left out: text of at most 200 characters. */
export function QueryText(
  about: string,
  matching = /^/,
  allowed = 'text of at most 200 characters',
): PropertyDecorator {
  return query(about, {
    name: 'queryText',
    holds: (value) =>
      typeof value === 'string' && value.length <= LONGEST_WORD && matching.test(value),
    must: allowed,
  });
}

/** A parameter that may be left out: `true` or `false`. */
export function QueryBoolean(about: string): PropertyDecorator {
  const words = new Map([
    ['true', true],
    ['false', false],
  ]);
  return applyDecorators(
    transformed((text) => words.get(text.toLowerCase()) ?? text),
    query(about, {
      name: 'queryBoolean',
      holds: (value) => typeof value === 'boolean',
      must: 'true or false',
      type: 'boolean',
    }),
  );
}

/** A parameter that may be left out: words, separated by commas; of `choices` where there are any. */
export function QueryWords(about: string, choices?: readonly string[]): PropertyDecorator {
  return applyDecorators(
    transformed((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
    query(about, {
      name: 'queryWords',
      holds: (value) =>
        Array.isArray(value) && value.length <= MOST_WORDS && value.every(isOneOf(choices)),
      must:
        choices === undefined
          ? `at most ${MOST_WORDS} words, separated by commas`
          : `one or more of ${choices.join(', ')}, separated by commas`,
    }),
  );
}

/** A parameter that may be left out: a number within bounds. */
export function QueryNumber(
  about: string,
  least: number,
  most: number,
  kind: 'whole' | 'any' = 'whole',
): PropertyDecorator {
  const fits = (value: number): boolean => kind === 'any' || Number.isInteger(value);
  return applyDecorators(
    transformed((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)),
    query(about, {
      name: 'queryNumber',
      holds: (value) => typeof value === 'number' && value >= least && value <= most && fits(value),
      must: `a ${kind === 'any' ? '' : 'whole '}number from ${least} to ${most}`,
      type: kind === 'any' ? 'number' : 'integer',
    }),
  );
}

function isOneOf(choices?: readonly string[]): (word: unknown) => boolean {
  return (word) =>
    typeof word === 'string' &&
    word.length <= LONGEST_WORD &&
    (choices === undefined || choices.includes(word));
}
