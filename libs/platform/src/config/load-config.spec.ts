import { describe, expect, it } from '@jest/globals';
import { BaseConfig } from './base-config.js';
import { ClickHouseConfig } from './clickhouse-config.js';
import { ConfigError } from './config-error.js';
import { EnvBoolean } from './env-boolean.js';
import { EnvInteger } from './env-integer.js';
import { EnvList } from './env-list.js';
import { EnvText } from './env-text.js';
import { loadConfig } from './load-config.js';
import { loadConfigs } from './load-configs.js';

class SampleConfig extends BaseConfig {
  @EnvInteger({ min: 0, max: 65_535 })
  override readonly HTTP_PORT: number = 9_999;

  @EnvText({ matching: /^.{16,}$/, allowed: 'at least 16 characters' })
  readonly HASH_KEY!: string;

  @EnvList({ min: 1, item: /^[\w.-]+:\d{1,5}$/, allowed: 'host:port pairs' })
  readonly KAFKA_BROKERS: string[] = ['localhost:9092'];

  @EnvBoolean()
  readonly KAFKA_SSL: boolean = false;
}

const HASH_KEY = 'a key of more than sixteen';

function problemsOf(env: Record<string, string>): Record<string, string> {
  try {
    loadConfig(SampleConfig, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
  }
  return {};
}

describe('loadConfig', () => {
  it('keeps the defaults of variables that are unset or empty', () => {
    const config = loadConfig(SampleConfig, { HASH_KEY, HTTP_HOST: '', LOG_LEVEL: undefined });
    expect(config).toMatchObject({
      LOG_LEVEL: 'info',
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: 9_999,
      KAFKA_BROKERS: ['localhost:9092'],
      KAFKA_SSL: false,
    });
  });

  it('converts integers, lists and booleans', () => {
    const env = { HASH_KEY, HTTP_PORT: '0', KAFKA_BROKERS: 'a:1, b:2,', KAFKA_SSL: 'TRUE' };
    expect(loadConfig(SampleConfig, env)).toMatchObject({
      HTTP_PORT: 0,
      KAFKA_BROKERS: ['a:1', 'b:2'],
      KAFKA_SSL: true,
    });
  });

  it('names every wrong and missing variable at once, with what is allowed', () => {
    const env = { HTTP_PORT: '80a', KAFKA_BROKERS: 'nowhere', KAFKA_SSL: 'si', LOG_LEVEL: 'loud' };
    expect(problemsOf(env)).toEqual({
      LOG_LEVEL: 'must be one of error, warn, info, debug',
      HTTP_PORT: 'must be an integer from 0 to 65535',
      HASH_KEY: 'is missing; it must be at least 16 characters',
      KAFKA_BROKERS: 'must be a comma separated list of host:port pairs, at least 1',
      KAFKA_SSL: 'must be true or false',
    });
  });

  it('never shows a value', () => {
    const secret = 'too-short';
    const load = () => loadConfig(SampleConfig, { HASH_KEY: secret, LOG_LEVEL: secret });
    expect(load).toThrow(ConfigError);
    expect(load).not.toThrow(new RegExp(secret));
  });

  it.each(['', '-1', '65536', '1e3', '0x10', '8080 9', '1.5'])('port %j', (HTTP_PORT) => {
    const wrong = HTTP_PORT !== '';
    expect('HTTP_PORT' in problemsOf({ HASH_KEY, HTTP_PORT })).toBe(wrong);
  });

  it('leaves variables that are not its own alone', () => {
    const config = loadConfig(SampleConfig, { HASH_KEY, KAFKA_BROKER: 'x', PATH: '/bin' });
    expect(Object.keys(config)).not.toEqual(expect.arrayContaining(['PATH']));
    expect(config).not.toHaveProperty('KAFKA_BROKER');
  });
});

describe('loadConfigs', () => {
  it('collects the problems of several classes', () => {
    const env = { HTTP_PORT: 'x', CLICKHOUSE_DATABASE: 'a;b', CLICKHOUSE_URL: 'localhost:8123' };
    expect(() => loadConfigs({ app: BaseConfig, clickhouse: ClickHouseConfig }, env)).toThrow(
      /3 environment variables are wrong[^]*HTTP_PORT[^]*CLICKHOUSE_URL[^]*CLICKHOUSE_DATABASE/,
    );
  });
});

describe('ClickHouseConfig', () => {
  it.each([
    ['http://127.0.0.1:8123', true],
    ['https://clickhouse.example/proxy', true],
    ['http://user:secret@host:8123', false],
    ['tcp://host:9000', false],
    ['http://host:8123/?password=x', false],
  ])('CLICKHOUSE_URL %s allowed: %s', (CLICKHOUSE_URL, allowed) => {
    const load = () => loadConfig(ClickHouseConfig, { CLICKHOUSE_URL });
    if (allowed) expect(load().CLICKHOUSE_URL).toBe(CLICKHOUSE_URL);
    else expect(load).toThrow(ConfigError);
  });
});
