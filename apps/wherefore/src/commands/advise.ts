import { threats, threatVisibility } from '#libs/intent';
import { LOG_FORMAT_NAMES } from '#libs/traffic';
import { Command, Option } from 'commander';
import { FieldPresence } from '../advise/field-presence.js';
import { renderAdvice } from '../advise/render-advice.js';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { chosenSource, type SourceChoice } from '../parse/chosen-source.js';
import { inputLines } from '../parse/input-lines.js';
import { createRecordReader } from '../parse/record-reader.js';
import { rowHash } from '../parse/row-hash.js';

const PRODUCERS = ['nginx', 'apache', 'haproxy', 'envoy'] as const;

interface Options extends SourceChoice {
  producer: (typeof PRODUCERS)[number];
  json?: true;
}

const EXAMPLES = `
A log shows what its format holds. This reads a sample of a source, says which fields it has, which of the 21 automated threats
of OWASP cannot be seen without the ones it lacks, and what to add to the log format. A threat is hidden when six tenths of
the evidence that could convict need a missing field, dimmed from a quarter on. Bodies are in no access log: what only they
show stays hidden whatever is added (--json names it, threat by threat).

Examples:
  wherefore advise access.log
  wherefore advise access.log --producer apache

  # As the source "api-gateway" is described
  wherefore advise api.ndjson --sources sources.yaml --source api-gateway --json`;

export function adviseCommand(context: CliContext): Command {
  return new Command('advise')
    .summary('say which threats a log hides, and what to add to its format')
    .description(
      'Reads a sample of a log and says which automated threats its missing fields hide, and how to log what is missing.',
    )
    .argument('<file...>', 'logs, plain or gzip; - for standard input')
    .addOption(
      new Option('--format <name>', 'format of the lines; auto guesses line by line')
        .choices(['auto', ...LOG_FORMAT_NAMES])
        .default('auto'),
    )
    .option('--sources <file>', 'description of the sources (YAML or JSON)')
    .option('--source <name>', 'the source in it to read the lines as (default: its only one)')
    .addOption(
      new Option('--producer <name>', 'whose words to use for what to add')
        .choices(PRODUCERS)
        .default('nginx'),
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => advise(context, files, options));
}

async function advise(context: CliContext, files: string[], options: Options): Promise<void> {
  const presence = new FieldPresence();
  const source = chosenSource(options);
  for (const file of files) {
    const read = createRecordReader(source, rowHash(context.env));
    for await (const lines of inputLines(file)) {
      for (const { reading } of lines.flatMap(read)) {
        if (reading.kind === 'event') presence.add(reading.event);
      }
    }
  }
  if (presence.requests === 0) {
    const message =
      'No request was read. See what becomes of the lines with `wherefore parse`, or name their --format.';
    throw new CliError('NOTHING_READ', message);
  }
  const missing = presence.missing();
  const visible = threats.map((threat) => threatVisibility(threat, missing));
  context.terminal.result(
    options.json === true
      ? JSON.stringify({ requests: presence.requests, missing: [...missing], threats: visible })
      : renderAdvice(presence, visible, options.producer),
  );
}
