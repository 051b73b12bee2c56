import { systemClock } from '#libs/platform';
import { loadReferenceData, type ReferenceData } from '#libs/reference';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { lookUp } from '../reference/look-up.js';
import { renderDataSets } from '../reference/render-data-sets.js';
import { renderLookUp } from '../reference/render-look-up.js';

interface Options {
  userAgent?: string;
  dir?: string;
  json?: true;
}

const EXAMPLES = `
Files of your own replace the packaged data where REFERENCE_DATA_DIR (or --dir) has them; the exit code is 1 where one of them
cannot be used, and the packaged data of its kind stay in force.

Examples:
  # Which data are in force, and how old are they?
  wherefore reference

  # Whose address is this?
  wherefore reference 198.41.0.4

  # Is this the crawler it says it is?
  wherefore reference 66.249.66.1 --user-agent 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

  # Can these files be used?
  wherefore reference --dir new-data --json`;

export function referenceCommand(context: CliContext): Command {
  return new Command('reference')
    .summary('show the reference data in force, or look an address up in them')
    .description(
      'Shows which data about networks, countries and crawlers are in force and how old they are; with an address or a user agent, what they say of it.',
    )
    .argument('[address]', 'a client address')
    .option('--user-agent <text>', 'also say who this user agent is, and whether that is true')
    .option('--dir <folder>', 'folder of newer files (default: REFERENCE_DATA_DIR)')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((address: string | undefined, options: Options) => {
      reference(context, address, options);
    });
}

function reference(context: CliContext, address: string | undefined, options: Options): void {
  const folder = options.dir ?? context.env['REFERENCE_DATA_DIR'] ?? '';
  const isLookUp = address !== undefined || options.userAgent !== undefined;
  const data = loadReferenceData({ folder, organisations: isLookUp });
  const { terminal } = context;
  const { userAgent } = options;
  if (isLookUp) {
    const found = lookUp(data, { address: address ?? null, userAgent: userAgent ?? null });
    terminal.result(options.json === true ? JSON.stringify(found) : renderLookUp(found));
  } else {
    const { sets, refused } = data;
    terminal.result(
      options.json === true
        ? JSON.stringify({ sets, refused })
        : renderDataSets(sets, systemClock.now()),
    );
  }
  refuseQuietData(data);
}

/** Files that are not used must not pass for success. */
function refuseQuietData({ refused }: ReferenceData): void {
  if (refused.length === 0) return;
  const lines = refused.map(({ path, problem }) => `  ${path}: ${problem}`);
  throw new CliError(
    'REFERENCE_FILES_REFUSED',
    `Not used, packaged data stay in force:\n${lines.join('\n')}`,
  );
}
