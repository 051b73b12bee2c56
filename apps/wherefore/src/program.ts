import { Command } from 'commander';
import { type CliContext } from './cli-context.js';
import { adviseCommand } from './commands/advise.js';
import { appealCommand } from './commands/appeal.js';
import { auditCommand } from './commands/audit.js';
import { backtestCommand } from './commands/backtest.js';
import { campaignsCommand } from './commands/campaigns.js';
import { clientsCommand } from './commands/clients.js';
import { demoCommand } from './commands/demo.js';
import { evaluateCommand } from './commands/evaluate.js';
import { fitCommand } from './commands/fit.js';
import { explainCommand } from './commands/explain.js';
import { keysCommand } from './commands/keys.js';
import { migrateCommand } from './commands/migrate.js';
import { parseCommand } from './commands/parse.js';
import { policyCommand } from './commands/policy.js';
import { pushCommand } from './commands/push.js';
import { referenceCommand } from './commands/reference.js';
import { replayCommand } from './commands/replay.js';
import { rolesCommand } from './commands/roles.js';
import { runCommand } from './commands/run.js';
import { simulateCommand } from './commands/simulate.js';
import { sourcesCommand } from './commands/sources.js';
import { verdictsCommand } from './commands/verdicts.js';

const AFTER = `
Start here:
  wherefore demo                    the whole path on real parts, in minutes
  wherefore replay access.log       who was in this log, and what for?

Results go to standard output, progress and logs to standard error; the exit code is 0 only on success.`;

/** The command line, one command a file. Rejects with CommanderError where commander would end the process. */
export function createProgram(context: CliContext): Command {
  const program = new Command('wherefore')
    .description(
      'Reads access logs, works out who each visitor is and what it is there for, and publishes verdicts that WAFs enforce.',
    )
    .version(context.installation.version)
    .option('--debug', 'show where an error came from')
    .addHelpText('after', AFTER);
  const commands = [
    demoCommand,
    replayCommand,
    evaluateCommand,
    fitCommand,
    simulateCommand,
    migrateCommand,
    auditCommand,
    runCommand,
    verdictsCommand,
    keysCommand,
    pushCommand,
    campaignsCommand,
    clientsCommand,
    explainCommand,
    backtestCommand,
    referenceCommand,
    parseCommand,
    sourcesCommand,
    rolesCommand,
    policyCommand,
    appealCommand,
    adviseCommand,
  ];
  for (const make of commands) {
    program.addCommand(make(context).option('--debug', 'show where an error came from'));
  }
  for (const command of [program, ...program.commands])
    command.exitOverride().showHelpAfterError('(--help shows what there is)');
  return program;
}
