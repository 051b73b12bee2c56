import { SOURCES_SCHEMA } from '#libs/sources';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { wholeNumber } from '../option-values.js';
import { checkSources, type CheckOptions } from '../sources/check-sources.js';

const EXAMPLES = `
A source is one stream of logs: who writes it, in what format, behind which proxies, and where a request names session, account
and API client. All sources stand in one YAML or JSON file; docs/operations/sources.md explains every setting.

Examples:
  # sources.yaml
  sources:
    - name: shop
      topics: [shop-access]
      format: combined
      trusted_proxies: [10.0.0.0/8]
      session: { cookie: sid }

  # Is the file right? Every mistake is named by file, line and field.
  wherefore sources check sources.yaml

  # How would these lines be read: fields, what is redacted, whose address counts as the client's?
  wherefore sources check sources.yaml sample.log --source shop

  # In a pipeline that guards the file: exit code 1 when it is wrong or a line would be a dead letter
  wherefore sources check sources.yaml sample.log.gz --source shop --json | tail -1`;

export function sourcesCommand(context: CliContext): Command {
  const sources = new Command('sources')
    .summary('check the description of the sources')
    .description('Works on the file that describes where logs come from and what they hold.')
    .addHelpText('after', EXAMPLES);
  for (const command of [checkCommand(context), schemaCommand(context)]) {
    sources.addCommand(
      command
        .option('--debug', 'show where an error came from')
        .exitOverride()
        .showHelpAfterError('(--help shows what there is)'),
    );
  }
  return sources;
}

function checkCommand(context: CliContext): Command {
  return new Command('check')
    .summary('check the file, and how sample lines would be read')
    .description(
      'Checks a description of sources; with a sample of log lines shows what would be stored of each and why.',
    )
    .argument('<file>', 'the description, YAML or JSON')
    .argument('[sample]', 'log lines of one source, plain or gzip; - for standard input')
    .option('--source <name>', 'whose lines they are (default: the only source)')
    .option('--lines <number>', 'show so many lines; all are read and counted', wholeNumber(0), 20)
    .option('--json', 'print one JSON object for each record, and a summary last')
    .addHelpText('after', EXAMPLES)
    .action((file: string, sample: string | undefined, options: CheckOptions) =>
      checkSources(context, file, sample, options),
    );
}

const SCHEMA_USE = `
Examples:
  wherefore sources schema > sources.schema.json
  # first line of sources.yaml, for editors with the YAML language server
  # yaml-language-server: $schema=sources.schema.json`;

function schemaCommand({ terminal }: CliContext): Command {
  return new Command('schema')
    .summary('print a JSON schema of the file, for editors')
    .description('Prints a JSON schema, with which editors complete and check the file.')
    .addHelpText('after', SCHEMA_USE)
    .action(() => {
      terminal.result(JSON.stringify(SOURCES_SCHEMA, null, 2));
    });
}
