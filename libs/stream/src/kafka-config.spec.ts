import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig, silentLogger } from '#libs/platform';
import { KafkaConfig, kafkaConnection } from './kafka-config.js';

const connect = (env: Record<string, string>): unknown =>
  kafkaConnection(loadConfig(KafkaConfig, env), silentLogger);

describe('KafkaConfig', () => {
  it('needs no more than brokers', () => {
    expect(connect({ KAFKA_BROKERS: 'kafka-1:9092, [2001:db8::1]:9092' })).toEqual({
      brokers: ['kafka-1:9092', '[2001:db8::1]:9092'],
      ssl: false,
      logger: silentLogger,
    });
  });

  it('logs in with SASL over TLS', () => {
    const env = {
      KAFKA_BROKERS: 'kafka-1:9093',
      KAFKA_SSL: 'true',
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'reader',
      KAFKA_SASL_PASSWORD: 'secret',
    };
    expect(connect(env)).toEqual({
      brokers: ['kafka-1:9093'],
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'reader', password: 'secret' },
      logger: silentLogger,
    });
  });

  it('names wrong variables without their values', () => {
    const env = { KAFKA_BROKERS: 'user:hunter2@kafka', KAFKA_SASL_MECHANISM: 'kerberos' };
    expect(() => loadConfig(KafkaConfig, env)).toThrow(ConfigError);
    expect(() => loadConfig(KafkaConfig, env)).toThrow(/KAFKA_BROKERS[^]*KAFKA_SASL_MECHANISM/);
    expect(() => loadConfig(KafkaConfig, env)).not.toThrow(/hunter2|kerberos/);
  });
});
