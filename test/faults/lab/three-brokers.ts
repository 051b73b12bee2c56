import { createKafka, type EmbeddedCluster, startEmbeddedCluster } from '#libs/stream';
import { type Cluster, type Trial } from '../trial.js';
import { type Network, TcpProxy } from './tcp-proxy.js';

/** Three brokers, each behind a proxy that clients are told to use. */
export class ThreeBrokers {
  readonly cluster: Cluster;

  private constructor(
    readonly embedded: EmbeddedCluster,
    readonly proxies: readonly TcpProxy[],
  ) {
    const { brokers } = embedded;
    this.cluster = { brokers, kafka: createKafka({ brokers }) };
  }

  static async start(trial: Trial): Promise<ThreeBrokers> {
    const proxies: TcpProxy[] = [];
    const embedded = await startEmbeddedCluster({
      dataDir: trial.lab.newFolder('cluster'),
      advertise: async (_, port) => {
        const proxy = await TcpProxy.start(() => port);
        proxies.push(proxy);
        return proxy.port;
      },
    });
    trial.defer(async () => {
      await embedded.stop();
      await Promise.all(proxies.map((proxy) => proxy.close()));
    });
    return new ThreeBrokers(embedded, proxies);
  }

  behave(network: Network): void {
    for (const proxy of this.proxies) proxy.behave(network);
  }

  drop(): void {
    for (const proxy of this.proxies) proxy.drop();
  }

  async killAll(): Promise<void> {
    await Promise.all(this.embedded.nodes.map((node) => node.kill()));
  }

  async startAll(): Promise<void> {
    await Promise.all(this.embedded.nodes.map((node) => node.start()));
  }

  /** The broker that leads partition 0 of a topic. For `__consumer_offsets` that is the coordinator of every group. */
  async leader(topic: string): Promise<EmbeddedCluster['nodes'][number]> {
    const admin = this.cluster.kafka.admin();
    try {
      await admin.connect();
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      const id = topics[0]?.partitions.find(({ partitionId }) => partitionId === 0)?.leader;
      const node = this.embedded.nodes.find(({ nodeId }) => nodeId === id);
      if (node === undefined) throw new Error(`${topic} has no leader`);
      return node;
    } finally {
      await admin.disconnect();
    }
  }
}
