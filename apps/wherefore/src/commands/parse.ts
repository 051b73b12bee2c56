import { LOG_FORMAT_NAMES } from '#libs/traffic';
import { Command, Option } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type CaseFormat } from '../parse/read-case.js';
import { parseCases } from '../parse/parse-cases.js';
import { parseFiles } from '../parse/parse-files.js';

interface Options {
  format: CaseFormat;
  sources?: string;
  source?: string;
  plain?: true;
  cases?: true;
  summary?: true;
}

const EXAMPLES = `
Each line is taken for one Kafka message: what shippers wrap around it (syslog, Docker, Fluent Bit, Filebeat, ...) is taken off
first. A line that is no request gives {"reject_reason","raw"}. Secrets are replaced by ~redacted:...~ and ids by keyed hashes (of
HASH_KEY, if that is set), as in the store.

Examples:
  # What becomes of a log?
  wherefore parse access.log | head -1 | jq

  # Which lines are not understood, and why?
  wherefore parse access.log.gz | jq -r 'select(.reject_reason) | [.reject_reason, .raw] | @tsv'

  # As the source "api-gateway" of the running ingest would be read
  wherefore parse --sources sources.yaml --source api-gateway api.ndjson

  # From a topic, with secrets, for debugging
  kcat -C -t access-logs -e | wherefore parse --plain -

  # Conformance cases ({"id","format","raw",...} a line), for a program that scores {"id","canonical"}
  wherefore parse --cases cases.jsonl
  wherefore parse --cases */cases.jsonl --summary`;

export function parseCommand(context: CliContext): Command {
  return new Command('parse')
    .summary('show what log lines say, as NDJSON')
    .description(
      'Reads log lines as ingest would and prints one JSON object for each, with the names of the columns of access_events.',
    )
    .argument('<file...>', 'logs, plain or gzip; - for standard input')
    .addOption(
      new Option(
        '--format <name>',
        'format of the lines; auto guesses line by line, case takes that of each case',
      )
        .choices(['auto', ...LOG_FORMAT_NAMES, 'case'])
        .default('auto'),
    )
    .option('--sources <file>', 'description of the sources (YAML or JSON)')
    .option('--source <name>', 'the source in it to read the lines as (default: its only one)')
    .option('--plain', 'with secrets, and ids instead of their hashes')
    .option(
      '--cases',
      'the files hold conformance cases; print {"id","canonical"} or {"id","error"}',
    )
    .option('--summary', 'with --cases: print how many were read in the right format')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => parse(context, files, options));
}

async function parse(context: CliContext, files: string[], options: Options): Promise<void> {
  const { format, cases, summary } = options;
  if (cases === true) {
    await parseCases(context, files, { format, summary: summary ?? false });
    return;
  }
  if (format === 'case' || summary === true) {
    throw new CliError(
      'OPTION_NEEDS_CASES',
      '--format case and --summary are for conformance cases: add --cases.',
    );
  }
  await parseFiles(context, files, { ...options, format, plain: options.plain ?? false });
}
