import { EnvBoolean, EnvChoice, EnvList, EnvText, type Logger } from '#libs/platform';
import { type KafkaConnection } from './create-kafka.js';

const SASL_MECHANISMS = ['none', 'plain', 'scram-sha-256', 'scram-sha-512'] as const;

const BROKER = /^(?:[\w.-]{1,253}|\[[\da-fA-F:.]{2,45}\]):\d{1,5}$/;

/** Where Kafka is and as whom to log in. */
export class KafkaConfig {
  @EnvList({ min: 1, item: BROKER, allowed: 'host:port pairs' })
  readonly KAFKA_BROKERS!: string[];

  @EnvBoolean()
  readonly KAFKA_SSL: boolean = false;

  @EnvChoice(SASL_MECHANISMS)
  readonly KAFKA_SASL_MECHANISM: (typeof SASL_MECHANISMS)[number] = 'none';

  @EnvText()
  readonly KAFKA_SASL_USERNAME: string = '';

  @EnvText()
  readonly KAFKA_SASL_PASSWORD: string = '';
}

/** What `createKafka` takes, from the environment's variables. */
export function kafkaConnection(config: KafkaConfig, logger: Logger): KafkaConnection {
  const { KAFKA_SASL_MECHANISM: mechanism } = config;
  const login = { username: config.KAFKA_SASL_USERNAME, password: config.KAFKA_SASL_PASSWORD };
  return {
    brokers: config.KAFKA_BROKERS,
    ssl: config.KAFKA_SSL,
    ...(mechanism === 'none' ? {} : { sasl: { mechanism, ...login } }),
    logger,
  };
}
