import { spawnSync } from 'node:child_process';
import { javaVersion } from './java-version.js';
import { defaultCacheDir, LEAST_JAVA } from './kafka-release.js';
import { hasKafkaJars } from './kafka-jars.js';

export type KafkaSource =
  | { kind: 'external'; brokers: readonly string[] }
  | { kind: 'embedded' }
  | { kind: 'docker'; advice: string }
  | { kind: 'none'; advice: string };

const responds = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;

/**
 * Where a real broker can come from: the given brokers (KAFKA_BROKERS), one we start ourselves (Java and Maven), a
 * Docker engine (start it yourself, then name it), or nowhere. There is no pretend broker.
 */
export function findKafka(
  brokers: readonly string[] = [],
  cacheDir: string = defaultCacheDir(),
): KafkaSource {
  if (brokers.length > 0) return { kind: 'external', brokers };
  const missing = missingForEmbedded(cacheDir);
  if (missing === undefined) return { kind: 'embedded' };
  if (responds('docker', 'info')) {
    return {
      kind: 'docker',
      advice: `No embedded broker, because ${missing}; a Docker engine is running: start Kafka with "docker run -p 9092:9092 apache/kafka:4.1.0" and set KAFKA_BROKERS=127.0.0.1:9092.`,
    };
  }
  return {
    kind: 'none',
    advice: `No Kafka broker, because ${missing}: install a JDK ${LEAST_JAVA} or newer and Maven (Debian: apt-get install openjdk-17-jdk-headless maven), or set KAFKA_BROKERS to an existing cluster.`,
  };
}

function missingForEmbedded(cacheDir: string): string | undefined {
  const java = javaVersion();
  if (java === undefined) return 'no "java" is on the PATH';
  if (java < LEAST_JAVA) return `Java ${java} is too old for Kafka 4 (it needs ${LEAST_JAVA})`;
  if (!hasKafkaJars(cacheDir) && !responds('mvn', '-v')) return 'no "mvn" (Maven) is on the PATH';
  return undefined;
}
