import { type LogLevel, LOG_LEVELS } from '../logging/logger.js';
import { EnvChoice } from './env-choice.js';
import { EnvInteger } from './env-integer.js';
import { EnvText } from './env-text.js';

/** What every process reads: how loud it logs and where its health and metrics are served. */
export class BaseConfig {
  @EnvChoice(LOG_LEVELS)
  readonly LOG_LEVEL: LogLevel = 'info';

  @EnvText({ matching: /^[^\s/]+$/, allowed: 'a host name or an address to listen on' })
  readonly HTTP_HOST: string = '127.0.0.1';

  /** 0 takes any free port; a process overrides the default with its own. */
  @EnvInteger({ min: 0, max: 65_535 })
  readonly HTTP_PORT: number = 0;
}
