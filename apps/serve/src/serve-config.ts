import { BaseConfig, EnvInteger } from '#libs/platform';

/** How the serve process is run; environment variables of the same names. */
export class ServeConfig extends BaseConfig {
  override readonly HTTP_PORT: number = 9464;

  /** How often the stored log is audited, milliseconds; 0 never does. */
  @EnvInteger({ min: 0, max: 86_400_000 })
  readonly AUDIT_INTERVAL_MS: number = 600_000;
}
