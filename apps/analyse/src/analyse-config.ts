import { BaseConfig, EnvBoolean, EnvChoice, EnvInteger, EnvList, EnvText } from '#libs/platform';

/** How the analyse process is run; environment variables of the same names. */
export class AnalyseConfig extends BaseConfig {
  override readonly HTTP_PORT: number = 9466;

  /**
   * `live` judges as the log grows; `once` judges everything stored and ends; `recount` counts recorded verdicts again,
   * reports what that gives to the process that started it, writes nothing, and ends.
   */
  @EnvChoice(['live', 'once', 'recount'])
  readonly ANALYSIS_MODE: 'live' | 'once' | 'recount' = 'live';

  /** Id of the one verdict to count again; all of them without. */
  @EnvText()
  readonly RECOUNT_VERDICT: string = '';

  /** Milliseconds between looks at the log. */
  @EnvInteger({ min: 100, max: 3_600_000 })
  readonly ANALYSIS_INTERVAL_MS: number = 5_000;

  /**
   * Milliseconds between looks at facts that need no comparison with the estate (requests for secrets, false crawlers), between
   * cycles; 0 for none. Only in `live` mode.
   */
  @EnvInteger({ min: 0, max: 60_000 })
  readonly FACTS_INTERVAL_MS: number = 1_000;

  /** Length of a step in event time: visitors are judged at the end of each step. */
  @EnvInteger({ min: 1, max: 1_440 })
  readonly ANALYSIS_STEP_MINUTES: number = 10;

  /** No step that ends at this instant or before is judged; milliseconds since the epoch of event time. */
  @EnvInteger({ min: 0, max: 8_640_000_000_000_000 })
  readonly ANALYSIS_FROM: number = 0;

  /** No step that ends later is judged. */
  @EnvInteger({ min: 0, max: 8_640_000_000_000_000 })
  readonly ANALYSIS_UNTIL: number = 8_640_000_000_000_000;

  /** How far back a visitor's conduct counts. */
  @EnvInteger({ min: 1, max: 168 })
  readonly ANALYSIS_WINDOW_HOURS: number = 24;

  /** How long a step waits for late events after the newest one has passed its end. */
  @EnvInteger({ min: 0, max: 86_400 })
  readonly ANALYSIS_LATENESS_SECONDS: number = 60;

  /** When nothing was stored for this long, the step of the newest event counts as complete. */
  @EnvInteger({ min: 500, max: 3_600_000 })
  readonly ANALYSIS_IDLE_MS: number = 30_000;

  /** Where verdicts go: to Kafka, to a file of NDJSON, or nowhere but the history. */
  @EnvChoice(['kafka', 'file', 'none'])
  readonly VERDICT_SINK: 'kafka' | 'file' | 'none' = 'kafka';

  @EnvText()
  readonly VERDICT_FILE: string = '';

  @EnvText()
  readonly VERDICT_TOPIC: string = 'wherefore.verdicts';

  @EnvText()
  readonly VERDICT_CHANGE_TOPIC: string = 'wherefore.verdict-changes';

  /** First part of every verdict's key. */
  @EnvText()
  readonly TENANT: string = 'default';

  /** File of fitted weights, as `wherefore fit` writes it; empty for the assumed ones. */
  @EnvText()
  readonly WEIGHTS_FILE: string = '';

  /** Topic on which others tell of verdicts that were mistakes; empty for none. */
  @EnvText()
  readonly FEEDBACK_TOPIC: string = '';

  /** What is done about judgements, YAML or JSON, see `wherefore policy --help`; read again when it changes. Empty for the default. */
  @EnvText()
  readonly POLICY_FILE: string = '';

  /** Rules that say what places are for, YAML or JSON, see `wherefore roles --help`; empty for none. */
  @EnvText()
  readonly ROLES_FILE: string = '';

  /** Where to write down every reason seen about every visitor, as NDJSON, for `wherefore fit`; empty for nowhere. */
  @EnvText()
  readonly EVIDENCE_FILE: string = '';

  /** Ask DNS whether an address belongs to the crawler it claims to be, where its operator documents host names. */
  @EnvBoolean()
  readonly VERIFY_BY_DNS: boolean = false;

  /** Name servers to ask, `address` or `address:port`; empty for those of the system. */
  @EnvList()
  readonly DNS_SERVERS: readonly string[] = [];

  /** Most questions a second; a visitor above that is asked about in a later cycle. */
  @EnvInteger({ min: 1, max: 10_000 })
  readonly DNS_QUESTIONS_PER_SECOND: number = 50;

  /** File of the keys that signed bots use (Web Bot Auth); empty to check no signatures. */
  @EnvText()
  readonly WEB_BOT_AUTH_KEYS: string = '';

  /** How many accesses to account data a consent may have in any 24 hours while the customer is away. */
  @EnvInteger({ min: 1, max: 10_000 })
  readonly UNATTENDED_LIMIT: number = 4;

  /** Calls under one consent within so long of the first are one access. */
  @EnvInteger({ min: 1, max: 86_400 })
  readonly UNATTENDED_ACCESS_SECONDS: number = 300;

  /** `session`: all calls of a consent are counted together; `resource`: each path by itself. */
  @EnvChoice(['session', 'resource'])
  readonly UNATTENDED_COUNTED_BY: 'session' | 'resource' = 'session';

  /** Path roles whose POSTs cost money, for API clients. */
  @EnvList()
  readonly PAID_ROLES: readonly string[] = ['otp', 'payment'];
}
