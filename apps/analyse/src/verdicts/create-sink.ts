import { type Logger } from '#libs/platform';
import { createKafka, type KafkaConfig, kafkaConnection } from '#libs/stream';
import { type AnalyseConfig } from '../analyse-config.js';
import { FileSink } from './file-sink.js';
import { KafkaSink } from './kafka-sink.js';
import { noSink } from './no-sink.js';
import { type VerdictSink } from './verdict-sink.js';

/** The sink that configuration asks for. */
export function createSink(
  config: AnalyseConfig,
  kafka: KafkaConfig | null,
  logger: Logger,
): VerdictSink {
  if (config.VERDICT_SINK === 'file') return new FileSink(config.VERDICT_FILE);
  if (config.VERDICT_SINK === 'none' || kafka === null) return noSink;
  const client = createKafka(kafkaConnection(kafka, logger));
  return new KafkaSink(client, config.VERDICT_TOPIC, config.VERDICT_CHANGE_TOPIC);
}
