import { LiteralIndex } from './literal-index.js';

/** One piece of a pattern: a class, a group, an escape of a letter, or (captured) a plain character. */
const PIECE = /(?:\[(?:[^\]\\]|\\.){1,40}\]|\((?:[^()\\]|\\.){1,40}\)|\\\w|[.^$]|\\?(.))([*+?])?/g;

/** Alternatives on the outermost level. */
const ALTERNATIVES = /\|(?![^(]*\))/;

/**
 * Plain texts of which one occurs wherever the pattern matches: the longest of each alternative. Null
 * where an alternative has none that is long enough for the index.
 */
export function needleOf(pattern: string): readonly string[] | null {
  const needles = pattern.split(ALTERNATIVES).map(longestPlainPart);
  return needles.every(({ length }) => length >= LiteralIndex.shortest) ? needles : null;
}

function longestPlainPart(pattern: string): string {
  const plain = pattern.replace(PIECE, (_, character?: string, quantifier?: string) =>
    quantifier === undefined ? (character ?? '\n') : '\n',
  );
  return plain
    .split('\n')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
