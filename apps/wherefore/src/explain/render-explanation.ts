import { type Again, type JudgedPart, recordedPart } from '#libs/enforcement';
import { counted } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { type Explanation } from './explanation.js';
import { inWords } from './in-words.js';
import { reasonLines } from './reason-lines.js';
import { reasonTable } from './reason-table.js';
import { whatWouldChange } from './what-would-change.js';

/** A verdict explained to a person: words, reasons then and now, what would have changed it, and how it was counted. */
export function renderExplanation(explanation: Explanation, colours: Colours): string {
  const { recount } = explanation;
  const [who = '', ...words] = inWords(recount);
  const part = recordedPart(recount.message);
  return [
    colours.bold(who),
    ...words,
    ...(part === null ? [] : why(part, explanation, colours)),
    ...(recount.again === null ? [] : afterwards(recount.again, part, explanation, colours)),
    ...(recount.problem === null ? [] : ['', `It cannot be counted again: ${recount.problem}.`]),
  ].join('\n');
}

function why(part: JudgedPart, { recount }: Explanation, colours: Colours): readonly string[] {
  const { again } = recount;
  return [
    '',
    colours.bold('Why'),
    ...part.reasons.flatMap((reason) => reasonLines(reason, again?.figures ?? {}, colours)),
    '',
    colours.bold('Counted then, and again now'),
    reasonTable(part, again?.part ?? null),
  ];
}

function afterwards(
  again: Again,
  part: JudgedPart | null,
  { differences }: Explanation,
  { bold, green, red }: Colours,
): readonly string[] {
  const verdict =
    differences.length === 0
      ? green('✓ every number is the same again')
      : red(`✗ ${counted(differences.length, 'difference')}`);
  return [
    '',
    verdict,
    ...differences.map(
      ({ path, then, now }) =>
        `  ${path} was ${printable(JSON.stringify(then), 80)}, is ${printable(JSON.stringify(now), 80)}`,
    ),
    ...changedSince(again, part),
    '',
    bold('What would have changed it'),
    ...whatWouldChange(again),
    '',
    bold('How it was counted'),
    ...howCounted(again, part),
  ];
}

/** Other rules than then explain other numbers. */
function changedSince(again: Again, part: JudgedPart | null): readonly string[] {
  return part !== null && part.evidence.query !== again.query
    ? [`  It was counted by ${part.evidence.query}, now by ${again.query}: numbers may differ.`]
    : [];
}

function howCounted(
  { query, model, policy, partitions }: Again,
  part: JudgedPart | null,
): readonly string[] {
  if (part === null) return [];
  const { window_start: from, window_end: to, snapshot } = part.evidence;
  return [
    `  by ${query}, over event times from ${from} up to ${to}`,
    `  from the log as it was then: snapshot ${snapshot}, ${counted(partitions, 'partition')}`,
    `  weighed by ${model}, policy ${policy}; --sql prints the statements`,
  ];
}
