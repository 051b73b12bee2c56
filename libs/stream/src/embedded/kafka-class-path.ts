import { join } from 'node:path';
import { StreamError } from '../stream-error.js';
import { findKafka } from './find-kafka.js';
import { resolveKafkaJars } from './kafka-jars.js';
import { defaultCacheDir } from './kafka-release.js';

/**
 * Java's class path of the broker, its jars fetched first where they are missing.
 * @throws StreamError KAFKA_MISSING or KAFKA_DOWNLOAD_FAILED
 */
export async function kafkaClassPath(cacheDir: string = defaultCacheDir()): Promise<string> {
  const source = findKafka([], cacheDir);
  if ('advice' in source) throw new StreamError('KAFKA_MISSING', source.advice, false);
  return join(await resolveKafkaJars(cacheDir), '*');
}
