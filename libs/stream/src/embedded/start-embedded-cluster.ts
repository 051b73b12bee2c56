import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import getPort from 'get-port';
import {
  configureBroker,
  formatStorage,
  newClusterId,
  startBrokerProcess,
} from './broker-process.js';
import { whenReady } from './broker-readiness.js';
import { type GuardedProcess } from './guarded-process.js';
import { kafkaClassPath } from './kafka-class-path.js';
import { clusterProperties, type ClusterPlaces } from './server-properties.js';

export interface EmbeddedClusterOptions {
  /** Keeps the brokers' logs, a folder each. */
  dataDir: string;
  /** How many brokers (3). */
  brokers?: number;
  /** Heap of each, MiB (192). */
  heapMib?: number;
  cacheDir?: string;
  /** The port that clients are told instead of a broker's own, e.g. of a proxy before it. */
  advertise?(nodeId: number, port: number): Promise<number>;
}

export interface ClusterBroker {
  readonly nodeId: number;
  /** Where it listens itself, whatever clients are told. */
  readonly port: number;
  readonly isRunning: boolean;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** With a controlled shutdown: hands its partitions over first. */
  stop(): Promise<void>;
  /** Starts it again at the same place. */
  start(): Promise<void>;
}

export interface EmbeddedCluster {
  /** What clients are told: `127.0.0.1:port` of each broker. */
  readonly brokers: string[];
  readonly nodes: readonly ClusterBroker[];
  stop(): Promise<void>;
}

/**
 * Starts several real Kafka brokers (KRaft, each broker and controller, loopback only) that replicate to each other, and
 * resolves when they answer. Topics get as many replicas as there are brokers, two of which must have acknowledged. The
 * brokers die with this process, even when it is killed with SIGKILL.
 * @throws StreamError KAFKA_MISSING, KAFKA_DOWNLOAD_FAILED or KAFKA_START_FAILED
 */
export async function startEmbeddedCluster(
  options: EmbeddedClusterOptions,
): Promise<EmbeddedCluster> {
  const classPath = await kafkaClassPath(options.cacheDir);
  const heapMib = options.heapMib ?? 192;
  const places = await choosePlaces(options);
  const clusterId = newClusterId();
  const nodes = places.map((place) => new Node(place, classPath, heapMib));
  for (const place of places) await prepare(place, classPath, clusterId);
  try {
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await Promise.all(nodes.map((node) => node.kill()));
    throw error;
  }
  return {
    brokers: places.map(({ advertisedPort }) => `127.0.0.1:${advertisedPort}`),
    nodes,
    stop: async () => {
      // All at once: the last ones could not hand anything over, there being no quorum.
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
}

async function choosePlaces(options: EmbeddedClusterOptions): Promise<ClusterPlaces[]> {
  const ids = Array.from({ length: options.brokers ?? 3 }, (_, index) => index + 1);
  const taken: number[] = [];
  const port = async (): Promise<number> => {
    const free = await getPort({ host: '127.0.0.1', exclude: taken });
    taken.push(free);
    return free;
  };
  const voters = new Map<number, number>();
  for (const nodeId of ids) voters.set(nodeId, await port());
  const places: ClusterPlaces[] = [];
  for (const nodeId of ids) {
    const own = await port();
    places.push({
      nodeId,
      logDir: join(resolve(options.dataDir), `broker-${nodeId}`, 'log'),
      port: own,
      controllerPort: voters.get(nodeId) ?? 0,
      internalPort: await port(),
      advertisedPort: (await options.advertise?.(nodeId, own)) ?? own,
      voters,
    });
  }
  return places;
}

const folderOf = ({ logDir }: ClusterPlaces): string => join(logDir, '..');

async function prepare(place: ClusterPlaces, classPath: string, clusterId: string): Promise<void> {
  const dataDir = folderOf(place);
  await mkdir(dataDir, { recursive: true });
  await configureBroker(dataDir, clusterProperties(place));
  await formatStorage({ dataDir, classPath, clusterId, standalone: false });
}

class Node implements ClusterBroker {
  readonly nodeId: number;
  readonly port: number;
  #process: GuardedProcess | undefined;

  constructor(
    private readonly place: ClusterPlaces,
    private readonly classPath: string,
    private readonly heapMib: number,
  ) {
    this.nodeId = place.nodeId;
    this.port = place.port;
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  async start(): Promise<void> {
    if (this.#process !== undefined) return;
    const broker = await startBrokerProcess(folderOf(this.place), this.classPath, this.heapMib);
    this.#process = broker;
    void broker.exited.then(() => {
      if (this.#process === broker) this.#process = undefined;
    });
    await whenReady(broker, [`127.0.0.1:${this.port}`]);
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
  }

  async kill(): Promise<void> {
    const broker = this.#process;
    if (broker === undefined) return;
    process.kill(broker.pid, 'SIGKILL');
    await broker.exited;
    this.#process = undefined;
  }
}
