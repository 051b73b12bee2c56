import { type Logger } from '#libs/platform';
import { ensureTopics, type KafkaClient, logTopic } from '#libs/stream';

/**
 * Creates log topics that are missing and warns of those whose append time producers may set: forged
 * times would spread rows over many partitions of the store. Rights to do neither are not needed.
 */
export async function prepareTopics(
  kafka: KafkaClient,
  topics: readonly string[],
  logger: Logger,
): Promise<void> {
  try {
    const { created, differences } = await ensureTopics(
      kafka,
      topics.map((topic) => logTopic(topic)),
    );
    if (created.length > 0)
      logger.warn('log topics were missing and have been created', { created });
    for (const difference of differences) {
      logger.warn('a log topic is not set up as it should be', { ...difference });
    }
  } catch (error) {
    logger.warn('the log topics could not be checked', { error });
  }
}
