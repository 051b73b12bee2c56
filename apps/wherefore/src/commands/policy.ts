import { Command } from 'commander';
import { defaultPolicy, type Policy, policyInWords } from '#libs/intent';
import { loadPolicy } from '#libs/sources';
import { type CliContext } from '../cli-context.js';
import { openRecorded } from '../explain/open-recorded.js';
import { withParts } from '../parts/with-parts.js';
import { renderPolicyTest } from '../policy/render-policy-test.js';
import { testPolicy } from '../policy/test-policy.js';

const EXAMPLE = `
A policy file; what it leaves out is as in the default policy:

  version: 2026-11-23
  allow:
    addresses: [192.0.2.0/24]        # never hit, nor anything around them
    networks: [64496]
    paths: [{ path: /webhooks/* }]   # whoever asks for nothing else
  rules:                             # the first that applies decides
    - { name: logins, roles: [login], classes: [OAT-008], confidence: 0.95, action: block }
    - { name: ai, classes: [ai_training], sites: ['*.example'], action: throttle, mode: simulate }
  protect:                           # known people get a challenge at most
    - { name: customers, succeeded_at: [login, checkout], within: 30d }
  limits: { total: 10000, people_per_day: 0.01 }

Examples:
  # Is it right, and what does it say?
  wherefore policy check policy.yaml

  # What would it do about these visitors, as they were last judged?
  wherefore policy test policy.yaml 203.0.113.7 'session/1f00a9'`;

export function policyCommand(context: CliContext): Command {
  const command = new Command('policy')
    .summary('check a policy file, and try it on visitors')
    .description('Checks the file that POLICY_FILE names for analyse, and says what it does.')
    .addHelpText('after', EXAMPLE);
  command
    .command('check')
    .description('says in words what a policy does, or everything that is wrong with it')
    .argument('[file]', 'a policy; without one, the default policy')
    .action((file: string | undefined) => {
      const policy: Policy = file === undefined ? defaultPolicy : loadPolicy(file);
      context.terminal.result([`Policy ${policy.version}`, ...policyInWords(policy)].join('\n'));
    });
  command
    .command('test')
    .description('says which rule decides about visitors, and why, as they were last judged')
    .argument('<file>', 'a policy')
    .argument('<key...>', 'addresses, or type/key such as session/1f00a9')
    .option(
      '--data-dir <dir>',
      'the folder in which a replay or a run that has ended kept its database',
    )
    .option('--json', 'print one object a visitor as JSON lines')
    .action((file: string, keys: string[], options: TestOptions) =>
      test(context, file, keys, options),
    );
  return command;
}

interface TestOptions {
  readonly dataDir?: string;
  readonly json?: true;
}

async function test(
  context: CliContext,
  file: string,
  keys: readonly string[],
  { dataDir, json }: TestOptions,
): Promise<void> {
  const policy = loadPolicy(file);
  await withParts(context, { dataDir, purpose: 'policy' }, async (parts) => {
    const { store } = await openRecorded(context, parts, dataDir);
    for (const one of await testPolicy(store, policy, keys)) {
      context.terminal.result(json === true ? JSON.stringify(one) : renderPolicyTest(one));
    }
  });
}
