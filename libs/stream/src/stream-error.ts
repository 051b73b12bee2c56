export type StreamErrorCode =
  | 'KAFKA_MISSING'
  | 'KAFKA_DOWNLOAD_FAILED'
  | 'KAFKA_START_FAILED'
  | 'KAFKA_UNAVAILABLE'
  | 'KAFKAJS_CHANGED'
  | 'CONSUMER_CRASHED'
  | 'CONSUMER_STUCK'
  | 'HANDLER_FAILED'
  | 'TOPIC_RECREATED'
  | 'PUBLISH_ORDER'
  | 'STREAM_CLOSED';

/** What the environment did to us on the Kafka side; the message says what to do next. */
export class StreamError extends Error {
  override readonly name = 'StreamError';

  constructor(
    readonly code: StreamErrorCode,
    message: string,
    /** True when the same call may succeed later without anybody changing anything. */
    readonly retriable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
