import { type Clock, type Logger } from '#libs/platform';
import { createKafka, kafkaConnection } from '#libs/stream';
import { type IngestSettings } from '../config/ingest-settings.js';
import { FileSource } from './file-source.js';
import { KafkaSource } from './kafka-source.js';

/** The log source the settings ask for. */
export function createSource(
  { ingest, input, plans }: IngestSettings,
  clock: Clock,
  logger: Logger,
): FileSource | KafkaSource {
  if (input.kind === 'files') {
    return new FileSource({
      paths: input.paths,
      appendTime: clock.now(),
      logger,
    });
  }
  return new KafkaSource({
    kafka: createKafka({ ...kafkaConnection(input.kafka, logger), clientId: 'wherefore-ingest' }),
    groupId: input.reader.KAFKA_GROUP_ID,
    topics: plans.flatMap(({ topics }) => topics),
    epochs: input.reader.SOURCE_EPOCH,
    sessionTimeoutMs: input.reader.KAFKA_SESSION_TIMEOUT_MS,
    maxBytes: ingest.BATCH_MAX_BYTES,
    maxWaitMs: ingest.BATCH_MAX_WAIT_MS,
    logger,
  });
}
