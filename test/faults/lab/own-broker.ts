import getPort from 'get-port';
import { createKafka, type EmbeddedKafka, startEmbeddedKafka } from '#libs/stream';
import { type Cluster, type Trial } from '../trial.js';

/** A single broker of one fault, which can be stopped and comes back at the same place. */
export class OwnBroker {
  readonly cluster: Cluster;
  #broker: EmbeddedKafka | undefined;

  private constructor(
    readonly dataDir: string,
    private readonly port: number,
  ) {
    const brokers = [`127.0.0.1:${port}`];
    this.cluster = { brokers, kafka: createKafka({ brokers }) };
  }

  static async start(trial: Pick<Trial, 'lab' | 'defer'>): Promise<OwnBroker> {
    const port = await getPort({ host: '127.0.0.1' });
    const broker = new OwnBroker(trial.lab.newFolder('kafka'), port);
    trial.defer(() => broker.stop());
    await broker.start();
    return broker;
  }

  async start(): Promise<void> {
    this.#broker = await startEmbeddedKafka({ dataDir: this.dataDir, port: this.port });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const broker = this.#broker;
    if (broker === undefined) return;
    this.#broker = undefined;
    process.kill(broker.pid, 'SIGKILL');
    await broker.exited;
  }

  /** A clean shutdown: the broker does not look through its segments when it starts again. */
  async stop(): Promise<void> {
    await this.#broker?.stop();
    this.#broker = undefined;
  }
}
