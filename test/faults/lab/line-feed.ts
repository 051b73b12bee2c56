import { setTimeout as delay } from 'node:timers/promises';
import { type KafkaClient, LogProducer } from '#libs/stream';

/** A combined log line that no other line equals: its serial is in its path. */
export function serialLine(serial: number, time = '14/Mar/2026:12:00:00 +0000'): string {
  const client = `203.0.113.${(serial % 250) + 1}`;
  return `${client} - - [${time}] "GET /serial/${serial} HTTP/1.1" 200 512 "-" "Mozilla/5.0 (faults)"`;
}

export function serialLines(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => serialLine(from + index));
}

const CHUNK = 500;

/** Writes lines with rising serials to one topic, each acknowledged by the broker exactly once. */
export class LineFeed {
  readonly #producer: LogProducer;
  #written = 0;
  #running: Promise<void> | undefined;
  #isStopping = false;

  private constructor(kafka: KafkaClient, topic: string) {
    // Small requests make many small record batches, so that a kill finds something in the middle.
    this.#producer = new LogProducer({ kafka, topic, batchBytes: 24_576, retryForMs: 180_000 });
  }

  static async start(kafka: KafkaClient, topic: string): Promise<LineFeed> {
    const feed = new LineFeed(kafka, topic);
    await feed.#producer.start();
    return feed;
  }

  /** Serials used: 0 up to this. */
  get written(): number {
    return this.#written;
  }

  async write(count: number): Promise<void> {
    for (let left = count; left > 0; left -= CHUNK) {
      const lines = serialLines(this.#written, Math.min(left, CHUNK));
      this.#written += lines.length;
      await this.#producer.append(lines);
    }
  }

  /** From now on keeps `ahead` more lines in the topic than `stored` says are stored, until `stop`. */
  keepAhead(ahead: number, stored: () => number): void {
    this.#running = this.#repeat(async () => {
      if (this.#written - stored() < ahead) await this.write(CHUNK);
      else await delay(20);
    });
  }

  /** From now on writes at this pace, lines a second, until `stop`. */
  keepPace(linesPerSecond: () => number): void {
    let owed = 0;
    let last = performance.now();
    this.#running = this.#repeat(async () => {
      const now = performance.now();
      owed += (linesPerSecond() * (now - last)) / 1_000;
      last = now;
      const due = Math.floor(owed);
      owed -= due;
      if (due > 0) await this.write(due);
      await delay(20);
    });
  }

  /** Ends a running feed; resolves when everything is acknowledged. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#running;
    this.#running = undefined;
    this.#isStopping = false;
    await this.#producer.flush();
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    await this.#running?.catch(() => undefined);
    await this.#producer.stop().catch(() => undefined);
  }

  async #repeat(step: () => Promise<void>): Promise<void> {
    while (!this.#isStopping) await step();
  }
}
