import { Command } from 'commander';
import { type HeldVerdict } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { openRecorded } from '../explain/open-recorded.js';
import { type Parts, withParts } from '../parts/with-parts.js';
import { giveOrder, type NewOrder } from './give-order.js';
import { readHeld } from './read-held.js';

interface OrderOptions {
  readonly reason: string;
  readonly liftAll?: true;
  readonly all?: true;
}

/** `stop`, `resume` and `release`, below `wherefore verdicts`. */
export function orderCommands(context: CliContext): readonly Command[] {
  const stop = reasoned('stop', 'publish no verdict any more, until resumed')
    .option('--lift-all', 'and take back every verdict in force')
    .action(({ reason, liftAll }: OrderOptions) =>
      order(context, [{ kind: liftAll === true ? 'lift_all' : 'stop', reason }]),
    );
  const resume = reasoned('resume', 'publish verdicts again').action(({ reason }: OrderOptions) =>
    order(context, [{ kind: 'resume', reason }]),
  );
  const release = reasoned('release', 'publish verdicts that are held for review')
    .argument('[key...]', 'keys as --held shows them')
    .option('--all', 'all that are held')
    .action((keys: string[], options: OrderOptions) => releaseHeld(context, keys, options));
  return [stop, resume, release];
}

function reasoned(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--reason <text>', 'why; it stays with the order')
    .exitOverride();
}

function order(context: CliContext, orders: readonly NewOrder[]): Promise<void> {
  return withParts(context, { dataDir: undefined, purpose: 'orders' }, async (parts) => {
    const { store } = await openRecorded(context, parts, undefined);
    await giveOrder(store, orders);
    context.terminal.note('Ordered; analyse looks for orders every second while it runs.');
  });
}

async function releaseHeld(
  context: CliContext,
  keys: readonly string[],
  { all, reason }: OrderOptions,
): Promise<void> {
  if (keys.length > 0 === (all === true))
    throw new CliError(
      'NOTHING_NAMED',
      'Name keys as "wherefore verdicts --held" shows them, or give --all.',
    );
  await withParts(context, { dataDir: undefined, purpose: 'orders' }, async (parts) => {
    const held = await heldOf(context, parts);
    const wanted = held.filter((one) => all === true || keys.some((key) => isNamed(one, key)));
    if (wanted.length === 0) throw new CliError('NOTHING_HELD', 'Nothing of that is held.');
    const { store } = await openRecorded(context, parts, undefined);
    await giveOrder(
      store,
      wanted.map(({ keyType, key }) => ({ kind: 'release', keyType, key, reason })),
    );
    context.terminal.note(
      `${wanted.length} to be released; analyse looks for orders every second.`,
    );
  });
}

async function heldOf(context: CliContext, parts: Parts): Promise<readonly HeldVerdict[]> {
  const { store } = await openRecorded(context, parts, undefined);
  return readHeld(store);
}

const isNamed = ({ keyType, key, messageKey }: HeldVerdict, text: string): boolean =>
  text === key || text === messageKey || text === `${keyType}/${key}`;
