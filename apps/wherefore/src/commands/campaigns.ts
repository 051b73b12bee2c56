import {
  campaignMemberList,
  type CampaignMemberRow,
  campaignReports,
  type CampaignReportRow,
} from '#libs/store';
import { Command } from 'commander';
import { campaignRecord } from '../campaigns/campaign-record.js';
import { renderCampaign, renderCampaigns } from '../campaigns/render-campaigns.js';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { openRecorded } from '../explain/open-recorded.js';
import { wholeNumber } from '../option-values.js';
import { withParts } from '../parts/with-parts.js';

interface Options {
  json?: true;
  dataDir?: string;
  limit?: number;
}

/** Campaigns listed, and members shown, unless asked for otherwise; JSON has all members. */
const LISTED = 50;
const ALL = 1_000_000;

const EXAMPLES = `
The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE, or from the folder of
--data-dir. "began" is when the site's aggregate left its baseline; "phase" is how far it came: reconnaissance, attempt,
success, use.

Examples:
  # What goes on: intent, members, since when, how far
  wherefore campaigns

  # One of them: phases, what its members share, and each member's probability
  wherefore campaigns login-bad-shop.example-2025-04-30T00

  # For machines, one campaign a line
  wherefore campaigns --json`;

export function campaignsCommand(context: CliContext): Command {
  return new Command('campaigns')
    .summary('show who acts together')
    .description(
      'Shows campaigns: many visitors acting as one, found by what the estate sees too much of. With an id, its phases and its members, each with the probability that it belongs.',
    )
    .argument('[id]', 'id of one campaign')
    .option('--json', 'print one campaign a line as JSON; with an id, with its members')
    .option('--limit <number>', 'so many campaigns, or members', wholeNumber(1, ALL))
    .option('--data-dir <dir>', 'the folder in which a replay, a demo or a run kept its database')
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, options: Options) => campaigns(context, id, options));
}

async function campaigns(
  context: CliContext,
  id: string | undefined,
  { json, dataDir, limit }: Options,
): Promise<void> {
  const { rows, members } = await withParts(
    context,
    { dataDir, purpose: 'campaigns' },
    async (parts) => {
      const { store } = await openRecorded(context, parts, dataDir);
      const size = limit ?? (json === true ? ALL : LISTED);
      return {
        rows: await store.query<CampaignReportRow>(campaignReports, { id: id ?? '', limit: size }),
        members:
          id === undefined
            ? []
            : await store.query<CampaignMemberRow>(campaignMemberList, { id, limit: size }),
      };
    },
  );
  const [first] = rows;
  if (id !== undefined && first === undefined) {
    throw new CliError(
      'CAMPAIGN_UNKNOWN',
      `No campaign "${id}" was found; "wherefore campaigns" lists them.`,
    );
  }
  if (json === true)
    for (const row of rows) context.terminal.result(JSON.stringify(campaignRecord(row, members)));
  else if (id !== undefined && first !== undefined)
    context.terminal.result(renderCampaign(first, members));
  else context.terminal.result(renderCampaigns(rows));
}
