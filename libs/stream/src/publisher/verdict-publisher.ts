import {
  CompressionTypes,
  type Message,
  type PartitionMetadata,
  Partitioners,
  type Producer,
} from 'kafkajs';
import { type KafkaClient } from '../create-kafka.js';
import { messageOf } from '../message-of.js';
import { StreamError } from '../stream-error.js';
import { topicEnds } from '../topic-ends.js';
import { lastSequences, SEQUENCE_HEADER } from './last-sequences.js';

export interface OutboxMessage {
  /** Position in the outbox: grows from message to message, never used twice, the same after a crash. */
  sequence: number;
  /** Decides the partition, and what compaction keeps. */
  key: string;
  /** null = tombstone. */
  value: string | null;
  headers?: Readonly<Record<string, string>>;
}

export interface PublishReport {
  published: number;
  /** Already in the topic: a publisher died between writing them and remembering that it had. */
  skipped: number;
}

/** Below the 1 MiB that brokers take in one batch by default. */
const REQUEST_BYTES = 512 * 1024;

type Placed = OutboxMessage & { partition: number };

/**
 * Writes outbox messages to a topic in order, each exactly once for a single publisher: requests are idempotent and go
 * one at a time, every message carries its sequence, and on start the last sequence in each partition says where the
 * publisher before stopped. It serves any topic. Readers still see at-least-once if two publishers run at the same time.
 */
export class VerdictPublisher {
  readonly #kafka: KafkaClient;
  readonly #topic: string;
  readonly #partitionOf = Partitioners.DefaultPartitioner();
  #producer: Producer | undefined;
  #partitions: PartitionMetadata[] = [];
  #last = new Map<number, number>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ kafka, topic }: { kafka: KafkaClient; topic: string }) {
    this.#kafka = kafka;
    this.#topic = topic;
  }

  /** The greatest sequence in the topic, -1 if none. Lower ones may be missing in other partitions: offer them again. */
  get lastSequence(): number {
    return Math.max(-1, ...this.#last.values());
  }

  /** Reads where the publisher before stopped. @throws StreamError KAFKA_UNAVAILABLE */
  async start(): Promise<void> {
    this.#partitions = (await topicEnds(this.#kafka, this.#topic)).map(asMetadata);
    this.#last = await lastSequences(this.#kafka, this.#topic);
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    this.#producer = producer;
  }

  /**
   * Resolves when the broker has acknowledged every message. After a failure it is not known what was written; the next
   * call looks before it writes.
   * @throws StreamError KAFKA_UNAVAILABLE (try again with the same messages) or PUBLISH_ORDER (a bug of the caller)
   */
  publish(messages: readonly OutboxMessage[]): Promise<PublishReport> {
    const turn = this.#turn.then(() => this.#publish(messages));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async stop(): Promise<void> {
    await this.#turn;
    await this.#disconnect();
  }

  async #publish(messages: readonly OutboxMessage[]): Promise<PublishReport> {
    refuseDisorder(messages);
    if (this.#producer === undefined) await this.start();
    const fresh = messages.map((message) => this.#place(message)).filter((one) => this.#isNew(one));
    for (const request of requestsOf(fresh)) await this.#send(request);
    return { published: fresh.length, skipped: messages.length - fresh.length };
  }

  #place(message: OutboxMessage): Placed {
    const partitionMetadata = this.#partitions;
    const partition = this.#partitionOf({ topic: this.#topic, partitionMetadata, message });
    return { ...message, partition };
  }

  #isNew({ partition, sequence }: Placed): boolean {
    return sequence > (this.#last.get(partition) ?? -1);
  }

  async #send(request: readonly Placed[]): Promise<void> {
    try {
      await this.#producer?.send({
        topic: this.#topic,
        acks: -1,
        compression: CompressionTypes.None,
        messages: request.map(toKafka),
      });
    } catch (cause) {
      await this.#disconnect();
      throw notPublished(this.#topic, cause);
    }
    for (const { partition, sequence } of request) this.#last.set(partition, sequence);
  }

  async #disconnect(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

/** The partitioner looks at the number of partitions only, since every message has a key. */
const asMetadata = ({ partition }: { partition: number }): PartitionMetadata => ({
  partitionId: partition,
  partitionErrorCode: 0,
  leader: 0,
  replicas: [],
  isr: [],
});

const toKafka = ({ key, value, headers, sequence, partition }: Placed): Message => ({
  key,
  value,
  partition,
  headers: { ...headers, [SEQUENCE_HEADER]: String(sequence) },
});

function refuseDisorder(messages: readonly OutboxMessage[]): void {
  messages.forEach(({ sequence }, index) => {
    const before = messages[index - 1]?.sequence ?? -1;
    if (Number.isSafeInteger(sequence) && sequence > before) return;
    const message = `Outbox sequences must grow from 0: ${sequence} came after ${before}.`;
    throw new StreamError('PUBLISH_ORDER', message, false);
  });
}

function requestsOf(messages: readonly Placed[]): Placed[][] {
  const requests: Placed[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = Buffer.byteLength(message.key) + Buffer.byteLength(message.value ?? '') + 512;
    if (room < bytes) {
      requests.push([]);
      room = REQUEST_BYTES;
    }
    requests.at(-1)?.push(message);
    room -= bytes;
  }
  return requests;
}

const notPublished = (topic: string, cause: unknown): StreamError =>
  new StreamError(
    'KAFKA_UNAVAILABLE',
    `Messages could not be published to "${topic}": check that the topic exists and that the brokers are up. kafkajs said: ${messageOf(cause)}`,
    true,
    { cause },
  );
