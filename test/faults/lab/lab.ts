import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import {
  createKafka,
  type EmbeddedKafka,
  type KafkaClient,
  startEmbeddedKafka,
} from '#libs/stream';
import { Reaper } from './reaper.js';

/** What outlives a single fault: the working folder, the broker that most faults share, and who ends the workers after us. */
export class Lab {
  readonly reaper = new Reaper();
  #broker: Promise<EmbeddedKafka> | undefined;
  #folders = 0;

  private constructor(readonly folder: string) {}

  static async open(): Promise<Lab> {
    return new Lab(await mkdtemp(join(tmpdir(), 'wherefore-faults-')));
  }

  newFolder(name: string): string {
    this.#folders += 1;
    return join(this.folder, `${this.#folders}-${name}`);
  }

  /** The broker that no fault hurts; started when it is first asked for. */
  async sharedBroker(): Promise<SharedBroker> {
    this.#broker ??= getPort({ host: '127.0.0.1' }).then((port) =>
      startEmbeddedKafka({ dataDir: this.newFolder('kafka'), port }),
    );
    const { brokers } = await this.#broker;
    return { brokers, kafka: createKafka({ brokers }) };
  }

  async close(): Promise<void> {
    await (await this.#broker?.catch(() => undefined))?.stop();
    this.reaper.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export interface SharedBroker {
  readonly brokers: readonly string[];
  readonly kafka: KafkaClient;
}
