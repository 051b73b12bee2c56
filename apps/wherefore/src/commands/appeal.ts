import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import {
  type AppealedVerdict,
  appealedVerdict,
  type OperatorOrder,
  operatorOrders,
} from '#libs/store';
import { exportCases } from '../appeal/export-cases.js';
import { appealLabels } from '../appeal/appeal-labels.js';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { openRecorded, type RecordedDatabase } from '../explain/open-recorded.js';
import { giveOrder } from '../orders/give-order.js';
import { type Parts, withParts } from '../parts/with-parts.js';
import { table } from '../summary/table.js';
import { printable } from '../terminal/printable.js';

interface Options {
  reason?: string;
  by?: string;
  unconfirmed?: true;
  exportCase?: string;
  exportLabels?: string;
  dataDir?: string;
}

const EXAMPLES = `
A confirmed mistake is lifted within seconds, and the same visitor is not condemned again for the same reasons. Others may appeal
over Kafka: messages {"verdict", "reason", "by", "confirmed"} on the topic that FEEDBACK_TOPIC of analyse names.

Examples:
  # This verdict is wrong: lift it
  wherefore appeal 203.0.113.7 --reason "our own monitoring"

  # What was appealed so far?
  wherefore appeal

  # Learn from it: a case for the tests, and labels for "wherefore fit"
  wherefore appeal --export-case test/cases
  wherefore appeal --export-labels mistakes.csv`;

export function appealCommand(context: CliContext): Command {
  return new Command('appeal')
    .summary('say that a verdict is wrong, and lift it')
    .description(
      'Lifts a verdict that is a mistake, at once, and keeps the same from happening again; without a key, shows what was appealed.',
    )
    .argument('[verdict]', 'key of a visitor, key of a message, or id of a verdict')
    .option('--reason <text>', 'why it is wrong')
    .option('--by <name>', 'who says so (default: the account of the machine)')
    .option('--unconfirmed', 'only note it; lift nothing')
    .option(
      '--export-case <dir>',
      'write each confirmed mistake as a golden case below this folder',
    )
    .option('--export-labels <csv>', 'write the confirmed mistakes as labels')
    .option('--data-dir <dir>', 'the folder in which a run that has ended kept its database')
    .addHelpText('after', EXAMPLES)
    .action((verdict: string | undefined, options: Options) => appeal(context, verdict, options));
}

function appeal(context: CliContext, verdict: string | undefined, options: Options): Promise<void> {
  const { dataDir } = options;
  return withParts(context, { dataDir, purpose: 'appeal' }, async (parts) => {
    const recorded = await openRecorded(context, parts, dataDir);
    if (verdict !== undefined) return lodge(context, recorded, verdict, options);
    const orders = await recorded.store.query<OperatorOrder>(operatorOrders);
    const appeals = orders.filter(({ kind }) => kind === 'appeal');
    await show(context, parts, recorded, appeals, options);
  });
}

async function lodge(
  { terminal }: CliContext,
  { store }: RecordedDatabase,
  text: string,
  { reason, by, unconfirmed }: Options,
): Promise<void> {
  if (reason === undefined) throw new CliError('NO_REASON', 'Say why it is wrong: --reason TEXT.');
  const [only, ...others] = await store.query<AppealedVerdict>(appealedVerdict, { text });
  if (only === undefined)
    throw new CliError('NO_SUCH_VERDICT', `“${printable(text, 120)}” never had a verdict.`);
  if (others.length > 0) {
    const names = [only, ...others].map(
      ({ keyType, key }) => `  ${keyType}/${printable(key, 120)}`,
    );
    throw new CliError(
      'SEVERAL_VERDICTS',
      `Several visitors have that key; name the id of a verdict:\n${names.join('\n')}`,
    );
  }
  const confirmed = unconfirmed !== true;
  await giveOrder(store, [
    { kind: 'appeal', reason, confirmed, ...only, ...(by !== undefined && { by }) },
  ]);
  const effect = confirmed ? 'It is lifted within seconds while analyse runs.' : 'It is noted.';
  terminal.note(`Appealed against verdict ${only.verdictId}. ${effect}`);
}

async function show(
  context: CliContext,
  parts: Parts,
  recorded: RecordedDatabase,
  appeals: readonly OperatorOrder[],
  { exportCase, exportLabels }: Options,
): Promise<void> {
  const { terminal } = context;
  const confirmed = appeals.filter((one) => one.confirmed);
  if (exportCase !== undefined) {
    const names = await exportCases(context, parts, recorded, confirmed, exportCase);
    for (const name of names) terminal.result(name);
  }
  if (exportLabels !== undefined) {
    await writeFile(exportLabels, appealLabels(confirmed));
    terminal.note(`labels written to ${exportLabels}`);
  }
  if (exportCase === undefined && exportLabels === undefined)
    terminal.result(appeals.length === 0 ? 'Nothing was appealed.' : render(appeals));
}

function render(appeals: readonly OperatorOrder[]): string {
  return table(
    ['visitor', 'given', 'by', 'confirmed', 'why', 'reasons of the verdict'],
    appeals.map(({ keyType, key, givenAt, by, confirmed, reason, codes }) => [
      printable(`${keyType}/${key}`, 80),
      new Date(givenAt).toISOString().slice(0, 16).replace('T', ' '),
      printable(by, 30),
      confirmed ? 'yes' : 'no',
      printable(reason, 60),
      codes.join(', '),
    ]),
  );
}
