export { createKafka, type KafkaClient, type KafkaConnection } from './create-kafka.js';
export { findKafka, type KafkaSource } from './embedded/find-kafka.js';
export {
  type EmbeddedKafka,
  type EmbeddedKafkaOptions,
  startEmbeddedKafka,
} from './embedded/start-embedded-kafka.js';
export {
  type ClusterBroker,
  type EmbeddedCluster,
  startEmbeddedCluster,
} from './embedded/start-embedded-cluster.js';
export { ensureTopics, type TopicDifference, type TopicReport } from './ensure-topics.js';
export { groupLag, type PartitionLag } from './group-lag.js';
export { KafkaConfig, kafkaConnection } from './kafka-config.js';
export { knownTopicEnds } from './known-topic-ends.js';
export { LogProducer, type LogProducerOptions } from './log-producer.js';
export { StreamError, type StreamErrorCode } from './stream-error.js';
export { type PartitionRange, topicEnds } from './topic-ends.js';
export { logTopic, type TopicSpec, verdictChangeTopic, verdictTopic } from './topic-spec.js';
export { type LogBatch } from './consumer/log-batch.js';
export { type LogMessage } from './records/log-message.js';
export { LogConsumer, type LogConsumerOptions } from './consumer/log-consumer.js';
export { type BatchOutcome, type LogGap, type LogHandlers } from './consumer/log-handlers.js';
export {
  type OutboxMessage,
  type PublishReport,
  VerdictPublisher,
} from './publisher/verdict-publisher.js';
export { tailTopic, type TopicTail, type TopicTailOptions } from './tail/tail-topic.js';
