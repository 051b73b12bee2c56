import { Kafka, type KafkaConfig as KafkaClientConfig, logLevel, type SASLOptions } from 'kafkajs';
import { registerCodecs } from './codecs/register-codecs.js';
import { kafkajsLogger } from './kafkajs-logger.js';
import { type Logger, silentLogger } from '#libs/platform';

/** A connected-on-demand Kafka client; only this library calls its methods. */
export type KafkaClient = Kafka;

export interface KafkaConnection {
  /** `host:port` of at least one broker. */
  brokers: readonly string[];
  clientId?: string;
  ssl?: boolean;
  sasl?: SASLOptions;
  /** How long one request may go unanswered (30 s). */
  requestTimeoutMs?: number;
  /** How often one request is tried again (12 times, which takes half a minute). */
  retries?: number;
  /** Receives kafkajs's own messages; silent when left out. */
  logger?: Logger;
}

/** Opens no connection by itself: consumers, producers and admin calls connect when they start. */
export function createKafka(connection: KafkaConnection): KafkaClient {
  registerCodecs();
  const config: KafkaClientConfig = {
    brokers: [...connection.brokers],
    clientId: connection.clientId ?? 'wherefore',
    ssl: connection.ssl ?? false,
    connectionTimeout: 3_000,
    // A request without an answer must not hold a partition for ever (kafkajs #1163).
    requestTimeout: connection.requestTimeoutMs ?? 30_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: connection.retries ?? 12 },
    logLevel: logLevel.INFO,
    logCreator: kafkajsLogger(connection.logger ?? silentLogger),
  };
  if (connection.sasl !== undefined) config.sasl = connection.sasl;
  return new Kafka(config);
}
