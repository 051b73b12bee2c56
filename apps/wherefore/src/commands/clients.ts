import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type DatedReport, readReports } from '../clients/read-reports.js';
import { renderClient } from '../clients/render-client.js';
import { renderClients } from '../clients/render-clients.js';
import { openRecorded } from '../explain/open-recorded.js';
import { withParts } from '../parts/with-parts.js';

interface Options {
  json?: true;
  dataDir?: string;
}

const EXAMPLES = `
The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE, or from the folder of
--data-dir. "rank" is the share of the other clients with fewer or as many calls, "breaches" are unattended accesses beyond
four a consent in 24 hours (RTS 2018/389, art. 36(5)(b)) that a drifting schedule does not explain.

Examples:
  # Every API client: volume, share of cost, who behind it is suspicious, what to look at
  wherefore clients

  # One of them, in full
  wherefore clients PSDDE-BAFIN-123456

  # For machines, one report a line
  wherefore clients --json`;

export function clientsCommand(context: CliContext): Command {
  return new Command('clients')
    .summary('show API clients beside their peers and their past')
    .description(
      'Shows every API client (third-party provider) with its volume, its unattended accesses, the quality of the customer addresses it hands on, and who behind it is suspicious.',
    )
    .argument('[client]', 'id of one API client')
    .option('--json', 'print one report a client as JSON lines')
    .option('--data-dir <dir>', 'the folder in which a replay, a demo or a run kept its database')
    .addHelpText('after', EXAMPLES)
    .action((client: string | undefined, options: Options) => clients(context, client, options));
}

async function clients(
  context: CliContext,
  client: string | undefined,
  { json, dataDir }: Options,
): Promise<void> {
  const reports = await withParts(context, { dataDir, purpose: 'clients' }, async (parts) => {
    const { store } = await openRecorded(context, parts, dataDir);
    return readReports(store, client ?? '');
  });
  const [first] = reports;
  if (client !== undefined && first === undefined) {
    throw new CliError(
      'API_CLIENT_UNKNOWN',
      `No API client "${client}" was seen; "wherefore clients" lists them.`,
    );
  }
  if (json === true) printJson(context, reports);
  else if (client !== undefined && first !== undefined)
    context.terminal.result(renderClient(first.report, first.asOf));
  else context.terminal.result(renderClients(reports.map(({ report }) => report)));
}

function printJson({ terminal }: CliContext, reports: readonly DatedReport[]): void {
  for (const { asOf, report } of reports) {
    terminal.result(JSON.stringify({ as_of: new Date(asOf).toISOString(), ...report }));
  }
}
