import { type Again, type VerdictReason } from '#libs/enforcement';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';

/** A reason in words, and below it the figures it came from. */
export function reasonLines(
  { text, features, compared_with: comparisons, weight }: VerdictReason,
  figures: Again['figures'],
  { dim }: Colours,
): readonly string[] {
  const counted = features
    .map((name) => `${name} ${printable(JSON.stringify(figures[name] ?? null), 60)}`)
    .join(', ');
  const compared = comparisons.map(({ kind, of }) => `${kind} of ${printable(of.join(', '), 100)}`);
  return [
    `  ${weight < 0 ? '◦' : '•'} ${printable(text, 300)}`,
    ...(counted === '' ? [] : [dim(`      from ${counted}`)]),
    ...(compared.length === 0 ? [] : [dim(`      against ${compared.join('; ')}`)]),
  ];
}
