import { type CheckedTarget, type ReleasedTarget } from '#libs/enforcement';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { askStatus, renderStatus } from '../push/push-status.js';
import { renderChecked, renderReleased } from '../push/render-targets.js';
import { runPush } from '../push/run-push.js';

interface RunOptions {
  json?: true;
  verbose?: boolean;
}

interface StatusOptions {
  url: string;
  json?: true;
}

const ABOUT = `
The push process (node dist/apps/push/src/main.js) keeps lists at WAFs in step with the verdict topic: AWS WAF, Cloudflare,
Fastly, Akamai, Cloud Armor, HAProxy, a CrowdSec LAPI. A YAML file describes them; docs/operations/enforce-with-aws-waf.md,
enforce-with-cloudflare.md and enforce-with-other-targets.md take you through each, from the list to make to the rule that blocks.

KAFKA_BROKERS names the brokers, VERDICT_TOPIC the topic; secrets come from the files and variables that the file names.

Examples:
  # push.yaml
  never: [198.51.100.0/24]               # never pushed, whatever a verdict says
  targets:
    - name: shop
      kind: cloudflare
      account_id: 0123456789abcdef0123456789abcdef
      list_id: fedcba9876543210fedcba9876543210
      token: { file: /run/secrets/cloudflare-token }

  # Is the file right, can every target be read, and what would be sent? Sends nothing.
  wherefore push check push.yaml

  # How does the running process stand? In a monitor: exit code 1 when a target is not in step
  wherefore push status --json

  # Let everybody in: with the push process stopped, take everything of ours out of every target
  wherefore push release push.yaml`;

export function pushCommand(context: CliContext): Command {
  const push = new Command('push')
    .summary('check, watch and release what is pushed to WAFs')
    .description('Works on the targets of the push process.')
    .addHelpText('after', ABOUT);
  for (const command of [checkCommand(context), statusCommand(context), releaseCommand(context)])
    push.addCommand(
      command
        .option('--debug', 'show where an error came from')
        .exitOverride()
        .showHelpAfterError('(--help shows what there is)'),
    );
  return push;
}

function checkCommand(context: CliContext): Command {
  return new Command('check')
    .summary('say what would be sent to each target; sends nothing')
    .description(
      'Reads the verdict topic and every target once and says what would be added and removed, what does not fit and what is left out. Exit code 1 when the file is wrong or a target cannot be read.',
    )
    .argument('[file]', 'the description of the targets, YAML or JSON (default: PUSH_FILE)')
    .option('--json', 'print one JSON object for each target')
    .option('--verbose', "show the process's own log")
    .action((file: string | undefined, options: RunOptions) => check(context, file, options));
}

function releaseCommand(context: CliContext): Command {
  return new Command('release')
    .summary('take everything of ours out of every target')
    .description(
      'Removes all entries that were pushed, whatever the verdicts say. Stop the push process first: it would bring them back. Exit code 1 when a target still holds some.',
    )
    .argument('[file]', 'the description of the targets, YAML or JSON (default: PUSH_FILE)')
    .option('--json', 'print one JSON object for each target')
    .option('--verbose', "show the process's own log")
    .action((file: string | undefined, options: RunOptions) => release(context, file, options));
}

function statusCommand(context: CliContext): Command {
  return new Command('status')
    .summary('say how every target stands')
    .description(
      'Asks the running push process how every target stands. Exit code 1 when one is failing or not yet begun, or no process answers.',
    )
    .option('--url <url>', 'where it listens: its HTTP_HOST and HTTP_PORT', 'http://127.0.0.1:9467')
    .option('--json', 'print one JSON object for each target')
    .action((options: StatusOptions) => status(context, options));
}

function check(context: CliContext, file: string | undefined, options: RunOptions): Promise<void> {
  return once(context, 'check', file, options, (report) => {
    const checked = report as unknown as CheckedTarget;
    const text = renderChecked(checked, context.terminal.colours);
    return { text, refusal: checked.failure === null ? null : 'cannot be read' };
  });
}

function release(
  context: CliContext,
  file: string | undefined,
  options: RunOptions,
): Promise<void> {
  return once(context, 'release', file, options, (report) => {
    const released = report as unknown as ReleasedTarget;
    const text = renderReleased(released, context.terminal.colours);
    const isDone = released.left === 0 && released.failure === null;
    return { text, refusal: isDone ? null : 'is not released; is the push process stopped?' };
  });
}

/** Has the process do its work once and shows each report. @throws CliError where one is refused */
async function once(
  context: CliContext,
  mode: 'check' | 'release',
  file: string | undefined,
  { json, verbose = false }: RunOptions,
  look: (report: Readonly<Record<string, unknown>>) => { text: string; refusal: string | null },
): Promise<void> {
  const refusals: string[] = [];
  await runPush(context, { file, mode, verbose }, (report) => {
    const { text, refusal } = look(report);
    context.terminal.result(json === true ? JSON.stringify(report) : text);
    if (refusal !== null) refusals.push(`${String(report['target'])} ${refusal}`);
  });
  if (refusals.length > 0) throw new CliError('TARGETS_FAILED', refusals.join('\n'));
}

async function status({ terminal }: CliContext, { url, json }: StatusOptions): Promise<void> {
  const targets = await askStatus(url);
  for (const target of targets)
    terminal.result(
      json === true ? JSON.stringify(target) : renderStatus(target, terminal.colours, Date.now()),
    );
  const behind = targets.filter(({ state }) => state === 'failing' || state === 'starting');
  if (behind.length > 0)
    throw new CliError('NOT_IN_STEP', `Not in step: ${behind.map(({ name }) => name).join(', ')}.`);
}
