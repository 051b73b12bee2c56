import { loadRoleRules } from '#libs/sources';
import { type Store } from '#libs/store';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { wholeNumber } from '../option-values.js';
import { openClickHouse } from '../parts/click-house.js';
import { withParts } from '../parts/with-parts.js';
import { existingFiles, storeFiles } from '../replay/replay-files.js';
import { type PlaceRole, readRoles } from '../roles/read-roles.js';
import { renderRoles } from '../roles/render-roles.js';
import { addReadingOptions } from './replay-options.js';

interface Options {
  rules?: string;
  site?: string;
  limit: number;
  unclear?: true;
  all?: true;
  format: string;
  fieldMap?: string;
  json?: true;
  verbose?: true;
}

const EXAMPLES = `
A place is a path with its identifiers collapsed; the pages of a folder with many of them are one place (/shop/*).
Names come first, in more than eight languages; where they say nothing, everybody's use of the place decides. A
file of rules decides over both, here and, as ROLES_FILE, in analyse:

  roles:
    - { site: bank.example, path: /ib/giris, role: login }
    - { path: /urun/*, role: item }

Examples:
  # What is each place of this estate for, and why?
  wherefore roles access.log.gz

  # What is busy and not understood? Write rules for it, and look again
  wherefore roles access.log.gz --unclear
  wherefore roles access.log.gz --rules roles.yaml

  # Of the database that CLICKHOUSE_URL names
  wherefore roles --json`;

export function rolesCommand(context: CliContext): Command {
  const command = new Command('roles')
    .summary('show what each place of the estate is for, and why')
    .description(
      'Shows the role of each path (login, search, item, payment, …), where it comes from and the reasons. Reads log files, or without any the database that CLICKHOUSE_URL names.',
    )
    .argument('[file...]', 'access logs')
    .option('--rules <yaml>', 'rules that say what places are for')
    .option('--site <host>', 'only this site')
    .option('--unclear', 'only places whose role is not known')
    .option('--all', 'assets that are called so by their names, too')
    .option('--limit <places>', 'the busiest so many', wholeNumber(1, 100_000), 50);
  return addReadingOptions(command)
    .option('--json', 'print one object a place as JSON lines')
    .option('--verbose', "show the processes' own logs")
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => roles(context, files, options));
}

async function roles(context: CliContext, files: string[], options: Options): Promise<void> {
  const rules = options.rules === undefined ? [] : loadRoleRules(options.rules);
  const paths = await existingFiles(files);
  await withParts(context, { dataDir: undefined, purpose: 'roles' }, async (parts) => {
    const clickHouse = await openClickHouse(context, parts, { throwaway: paths.length > 0 });
    if (paths.length > 0) {
      await storeFiles(context, parts, clickHouse, paths, {
        format: options.format,
        fieldMap: options.fieldMap,
        verbose: options.verbose ?? false,
      });
    }
    print(context, await chosen(clickHouse.store, rules, options), options);
  });
}

async function chosen(
  store: Store,
  rules: Parameters<typeof readRoles>[1],
  { site, unclear, all, limit }: Options,
): Promise<readonly PlaceRole[]> {
  const places = await readRoles(store, rules);
  return places
    .filter(({ learned }) => site === undefined || learned.site === site)
    .filter(({ learned }) => unclear !== true || learned.role === 'other')
    .filter(({ learned }) => all === true || learned.role !== 'asset' || learned.origin !== 'name')
    .slice(0, limit);
}

function print({ terminal }: CliContext, places: readonly PlaceRole[], { json }: Options): void {
  if (json !== true) {
    terminal.result(renderRoles(places));
    return;
  }
  for (const { learned, conduct } of places)
    terminal.result(
      JSON.stringify({ ...learned, named: conduct.named, requests: conduct.requests }),
    );
}
