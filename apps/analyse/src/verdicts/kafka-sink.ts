import { cloudEventHeaders } from '#libs/enforcement';
import { type KafkaClient, type OutboxMessage, VerdictPublisher } from '#libs/stream';
import { type OutboxRow } from './outbox-row.js';
import { type VerdictSink } from './verdict-sink.js';

/**
 * Publishes each change twice: to the append-only change topic, and to the compacted topic that holds
 * the verdict in force of every visitor (null lifts it). Both in outbox order, key by key.
 */
export class KafkaSink implements VerdictSink {
  readonly name: string;
  readonly #changes: VerdictPublisher;
  readonly #current: VerdictPublisher;

  constructor(kafka: KafkaClient, topic: string, changeTopic: string) {
    this.name = `kafka:${topic}`;
    this.#current = new VerdictPublisher({ kafka, topic });
    this.#changes = new VerdictPublisher({ kafka, topic: changeTopic });
  }

  async open(): Promise<void> {
    await this.#changes.start();
    await this.#current.start();
  }

  async publish(rows: readonly OutboxRow[]): Promise<void> {
    await this.#changes.publish(rows.map((row) => messageOf(row, row.message)));
    await this.#current.publish(
      rows.map((row) => messageOf(row, row.change === 'lifted' ? null : row.message)),
    );
  }

  async close(): Promise<void> {
    await this.#changes.stop();
    await this.#current.stop();
  }
}

function messageOf(row: OutboxRow, value: string | null): OutboxMessage {
  return {
    sequence: row.sequence,
    key: row.messageKey,
    value,
    headers: cloudEventHeaders({
      id: row.verdictId,
      subject: row.messageKey,
      time: row.issuedAt,
      revision: row.revision,
    }),
  };
}
