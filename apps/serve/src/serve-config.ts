import { BaseConfig } from '#libs/platform';

/** How the serve process is run; environment variables of the same names. */
export class ServeConfig extends BaseConfig {
  override readonly HTTP_PORT: number = 9464;
}
