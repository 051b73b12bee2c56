import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The broker we start ourselves. kafkajs 2.2.4 was run against 4.1.0 in KRaft mode: admin, producer (idempotent too),
 * classic consumer groups and all four codecs work. Kafka 4 needs Java 17 for the broker.
 */
const KAFKA_VERSION = '4.1.0';
export const LEAST_JAVA = 17;

/** slf4j 1.7 binding in the version of the log4j that Kafka 4.1.0 ships; without it the broker says nothing. */
const LOG4J_VERSION = '2.24.3';

export const defaultCacheDir = (): string =>
  join(homedir(), '.cache', 'wherefore', `kafka-${KAFKA_VERSION}`);

export const mavenProject = (): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>wherefore</groupId>
  <artifactId>embedded-kafka</artifactId>
  <version>${KAFKA_VERSION}</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>${LOG4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
