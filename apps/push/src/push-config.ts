import { BaseConfig, EnvChoice, EnvText } from '#libs/platform';

const PUSH_MODES = ['run', 'check', 'release'] as const;

/** How the push process is run; environment variables of the same names. */
export class PushConfig extends BaseConfig {
  override readonly HTTP_PORT: number = 9467;

  /** The description of the targets: docs/operations/enforce-with-aws-waf.md and its like. */
  @EnvText({ matching: /^\S.*$/, allowed: 'the path of a YAML or JSON file' })
  readonly PUSH_FILE!: string;

  /** Where budgets are kept across a restart. */
  @EnvText({ matching: /^\S.*$/, allowed: 'the path of a folder that may be written' })
  readonly PUSH_STATE_DIR: string = '.wherefore/push';

  @EnvText({ matching: /^[\w.-]{1,249}$/, allowed: 'the name of a Kafka topic' })
  readonly VERDICT_TOPIC: string = 'wherefore.verdicts';

  /** The description of the sources; their trusted proxies are never pushed. */
  @EnvText()
  readonly SOURCES_FILE: string = '';

  /** The policy of analyse: what it allows is never pushed either; read again when it changes. Empty for none. */
  @EnvText()
  readonly POLICY_FILE: string = '';

  /**
   * `check` reports once to the process that started it what would be sent, and sends nothing; `release` takes
   * everything of ours out of every target, once.
   */
  @EnvChoice(PUSH_MODES)
  readonly PUSH_MODE: (typeof PUSH_MODES)[number] = 'run';
}
