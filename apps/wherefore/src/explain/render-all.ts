import { count, counted } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { type Explanation } from './explanation.js';

const MOST_SHOWN = 20;

/** How many verdicts count the same again, and the first that do not. */
export function renderAll(explanations: readonly Explanation[], { red, green }: Colours): string {
  const broken = explanations.filter(({ isSame }) => !isSame);
  const expired = explanations.filter(
    ({ recount }) => recount.again === null && recount.problem === null,
  );
  const recounted = explanations.length - expired.length;
  const same = recounted - broken.length;
  const mark = broken.length === 0 ? green('✓') : red('✗');
  return [
    `${mark} ${count(same)} of ${counted(recounted, 'verdict change')} count the same again; ${count(expired.length)} more only expired.`,
    ...broken.slice(0, MOST_SHOWN).map(lineOf),
    ...(broken.length > MOST_SHOWN ? [`  … and ${count(broken.length - MOST_SHOWN)} more`] : []),
  ].join('\n');
}

function lineOf({ recount, differences }: Explanation): string {
  const { subject } = recount.message;
  const what =
    recount.problem ??
    differences
      .slice(0, 3)
      .map(({ path, then, now }) => `${path} was ${shown(then)}, is ${shown(now)}`)
      .join('; ');
  return `  ${recount.verdictId}  ${printable(subject.value, 60)}  ${what}`;
}

const shown = (value: unknown): string => printable(JSON.stringify(value), 60);
