import { ClickHouseConfig, loadConfig } from '#libs/platform';
import { createStore, migrate } from '#libs/store';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { counted } from '../terminal/numbers.js';

interface Options {
  url?: string;
  database?: string;
  cluster?: string;
  json?: true;
}

const EXAMPLES = `
The login comes from CLICKHOUSE_USER and CLICKHOUSE_PASSWORD. Files that were applied are skipped, files that were changed since
are refused, and two processes that start at once do not get in each other's way.

Examples:
  wherefore migrate --url http://clickhouse:8123
  CLICKHOUSE_URL=http://clickhouse:8123 CLICKHOUSE_DATABASE=wherefore wherefore migrate --json`;

export function migrateCommand(context: CliContext): Command {
  return new Command('migrate')
    .summary('bring a ClickHouse database to the schema of this version')
    .description('Applies the numbered migrations that a ClickHouse database does not have yet.')
    .option('--url <url>', 'the server (default: CLICKHOUSE_URL)')
    .option('--database <name>', 'the database, made if missing (default: CLICKHOUSE_DATABASE)')
    .option('--cluster <name>', 'create the tables on all nodes of this cluster, replicated')
    .option('--json', 'print what was applied as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => migrateDatabase(context, options));
}

async function migrateDatabase(context: CliContext, options: Options): Promise<void> {
  const { url, database, cluster } = options;
  const config = loadConfig(ClickHouseConfig, {
    ...context.env,
    ...(url !== undefined && { CLICKHOUSE_URL: url }),
    ...(database !== undefined && { CLICKHOUSE_DATABASE: database }),
  });
  const store = createStore({
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
  });
  try {
    const { applied, version } = await migrate(
      store,
      context.installation.migrationsDir,
      cluster === undefined ? {} : { cluster },
    );
    const done =
      applied.length === 0 ? 'was up to date' : `took ${counted(applied.length, 'migration')}`;
    context.terminal.result(
      options.json === true
        ? JSON.stringify({ database: config.CLICKHOUSE_DATABASE, version, applied })
        : [
            `${config.CLICKHOUSE_DATABASE} ${done}; its schema is version ${version}.`,
            ...applied.map((name) => `  ${name}`),
          ].join('\n'),
    );
  } finally {
    await store.close();
  }
}
