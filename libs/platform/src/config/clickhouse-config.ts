import { EnvHttpUrl } from './env-http-url.js';
import { EnvText } from './env-text.js';

/** Where ClickHouse is and as whom to log in. */
export class ClickHouseConfig {
  @EnvHttpUrl()
  readonly CLICKHOUSE_URL: string = 'http://127.0.0.1:8123';

  @EnvText({ matching: /^\S+$/, allowed: 'a user name without blanks' })
  readonly CLICKHOUSE_USER: string = 'default';

  @EnvText()
  readonly CLICKHOUSE_PASSWORD: string = '';

  @EnvText({
    matching: /^[A-Za-z_]\w{0,62}$/,
    allowed: 'letters, digits and underscores, at most 63, no digit first',
  })
  readonly CLICKHOUSE_DATABASE: string = 'wherefore';
}
