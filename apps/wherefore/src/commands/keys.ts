import { type FeedKey } from '#libs/store';
import { Command, InvalidArgumentError } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type KeyStore, withKeys } from '../keys/key-store.js';
import { renderKeys, type UsedKey } from '../keys/render-keys.js';

interface AddOptions {
  actions: string[];
  sites: string[];
}

const EXAMPLES = `
A bouncer, an appliance or a script needs a key to read the verdict feeds of serve. One key for each of them: then
each can be told apart, and taken out alone. The database keeps a hash; the key itself is shown once.

Which actions an enforcement point can do belongs to its key, since many do something else with what they do not
know. The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE.

Examples:
  wherefore keys add edge-firewall --actions block
  wherefore keys add shop-proxy --actions block,challenge,throttle --sites shop.example
  wherefore keys list
  wherefore keys remove edge-firewall`;

export function keysCommand(context: CliContext): Command {
  const keys = new Command('keys')
    .summary('say who may read the verdict feeds')
    .description('Makes, lists and removes the keys of the verdict feeds.')
    .addHelpText('after', EXAMPLES);
  keys
    .command('add <name>')
    .description('make a key and show it, once')
    .option('--actions <list>', 'what it can enforce: block, challenge, throttle', actionList, [
      'block',
    ])
    .option('--sites <list>', 'hosts behind it, for verdicts on single hosts', words, [])
    .action((name: string, options: AddOptions) => add(context, name, options));
  keys
    .command('list')
    .description('show the keys, and when each was last used')
    .option('--json', 'print one object a key as JSON lines')
    .action((options: { json?: true }) => list(context, options.json === true));
  keys
    .command('remove <name>')
    .description('take a key out; it is refused within seconds')
    .action((name: string) => remove(context, name));
  for (const command of keys.commands) command.exitOverride();
  return keys;
}

async function add(context: CliContext, name: string, options: AddOptions): Promise<void> {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new CliError(
      'KEY_NAME',
      'A name is 1 to 64 letters, digits, dots, hyphens, underscores.',
    );
  const key = await withKeys(context, async (store) => {
    if ((await find(store, name)) !== undefined)
      throw new CliError('KEY_EXISTS', `There is a key ${name} already; remove it first.`);
    return store.keys.add(name, options, Date.now());
  });
  context.terminal.result(key);
  context.terminal.warn(`This is the key of ${name}. It is not shown again: put it in place now.`);
}

async function list(context: CliContext, json: boolean): Promise<void> {
  const keys = await withKeys(context, usedKeys);
  if (!json) {
    context.terminal.result(renderKeys(keys));
    return;
  }
  for (const { name, actions, sites, createdAt, lastPull, clients } of keys)
    context.terminal.result(JSON.stringify({ name, actions, sites, createdAt, lastPull, clients }));
}

async function usedKeys({ keys, cursors }: KeyStore): Promise<UsedKey[]> {
  const pulls = new Map((await cursors.lastPulls()).map((pull) => [pull.name, pull]));
  return (await keys.list()).map((key) => ({
    ...key,
    lastPull: pulls.get(key.name)?.at ?? null,
    clients: pulls.get(key.name)?.clients ?? 0,
  }));
}

async function remove(context: CliContext, name: string): Promise<void> {
  await withKeys(context, async (store) => {
    const key = await find(store, name);
    if (key === undefined) throw new CliError('KEY_UNKNOWN', `There is no key ${name}.`);
    await store.keys.remove(key, Date.now());
  });
  context.terminal.result(`${name} is removed; it is refused within seconds.`);
}

async function find({ keys }: KeyStore, name: string): Promise<FeedKey | undefined> {
  return (await keys.list()).find((key) => key.name === name);
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function actionList(text: string): string[] {
  const known = ['block', 'challenge', 'throttle'];
  const chosen = words(text);
  if (chosen.length > 0 && chosen.every((action) => known.includes(action))) return chosen;
  throw new InvalidArgumentError(`It has to be one or more of ${known.join(', ')}.`);
}
