import { parseBlock } from '#libs/enforcement';
import { rule } from '#libs/platform';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';

const MOST_WORDS = 100;
const LONGEST_WORD = 200;

function transformed(of: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? of(value) : value,
  );
}

/** A parameter that may be left out: an address or a CIDR block. */
export function QueryBlock(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    rule(
      'queryBlock',
      (value) => typeof value === 'string' && parseBlock(value) !== null,
      'must be an IPv4 or IPv6 address or a CIDR block',
    ),
  );
}

/** A parameter that may be left out: text of at most 200 characters. */
export function QueryText(
  matching = /^/,
  allowed = 'text of at most 200 characters',
): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    rule(
      'queryText',
      (value) => typeof value === 'string' && value.length <= LONGEST_WORD && matching.test(value),
      `must be ${allowed}`,
    ),
  );
}

/** A parameter that may be left out: `true` or `false`. */
export function QueryBoolean(): PropertyDecorator {
  const words = new Map([
    ['true', true],
    ['false', false],
  ]);
  return applyDecorators(
    IsOptional(),
    transformed((text) => words.get(text.toLowerCase()) ?? text),
    rule('queryBoolean', (value) => typeof value === 'boolean', 'must be true or false'),
  );
}

/** A parameter that may be left out: words, separated by commas; of `choices` where there are any. */
export function QueryWords(choices?: readonly string[]): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    transformed((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
    rule(
      'queryWords',
      (value) =>
        Array.isArray(value) && value.length <= MOST_WORDS && value.every(isOneOf(choices)),
      choices === undefined
        ? `must be at most ${MOST_WORDS} words, separated by commas`
        : `must be one or more of ${choices.join(', ')}, separated by commas`,
    ),
  );
}

/** A parameter that may be left out: a number within bounds. */
export function QueryNumber(
  least: number,
  most: number,
  kind: 'whole' | 'any' = 'whole',
): PropertyDecorator {
  const fits = (value: number): boolean => kind === 'any' || Number.isInteger(value);
  return applyDecorators(
    IsOptional(),
    transformed((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)),
    rule(
      'queryNumber',
      (value) => typeof value === 'number' && value >= least && value <= most && fits(value),
      `must be a ${kind === 'any' ? '' : 'whole '}number from ${least} to ${most}`,
    ),
  );
}

function isOneOf(choices?: readonly string[]): (word: unknown) => boolean {
  return (word) =>
    typeof word === 'string' &&
    word.length <= LONGEST_WORD &&
    (choices === undefined || choices.includes(word));
}
