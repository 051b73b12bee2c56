export interface BrokerPlaces {
  logDir: string;
  port: number;
  controllerPort: number;
}

/** One broker of several. */
export interface ClusterPlaces extends BrokerPlaces {
  nodeId: number;
  /** Where the brokers copy from each other; clients never see it. */
  internalPort: number;
  /** The port that clients are told, e.g. a proxy's. */
  advertisedPort: number;
  /** Controller ports of all brokers by node id. */
  voters: ReadonlyMap<number, number>;
}

type Properties = Record<string, string | number>;

/** One process as broker and controller, on loopback only, without the waits and the memory of a cluster. */
export const serverProperties = ({ logDir, port, controllerPort }: BrokerPlaces): string =>
  asText({
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    ...replicated(1),
    ...always(logDir),
  });

/** A broker that notices the death of another within seconds and takes over from it; acknowledged means on two disks. */
export const clusterProperties = (places: ClusterPlaces): string => {
  const { nodeId, logDir, port, controllerPort, internalPort, advertisedPort, voters } = places;
  const internal = `INTERNAL://127.0.0.1:${internalPort}`;
  return asText({
    'node.id': nodeId,
    'controller.quorum.voters': [...voters]
      .map(([id, voterPort]) => `${id}@127.0.0.1:${voterPort}`)
      .join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},${internal},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort},${internal}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'INTERNAL',
    'default.replication.factor': voters.size,
    'min.insync.replicas': Math.min(2, voters.size),
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'replica.lag.time.max.ms': 5_000,
    ...replicated(voters.size),
    ...always(logDir),
  });
};

const replicated = (brokers: number): Properties => ({
  'offsets.topic.replication.factor': brokers,
  'offsets.topic.num.partitions': 1,
  'transaction.state.log.replication.factor': brokers,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': brokers,
  'share.coordinator.state.topic.min.isr': 1,
});

const always = (logDir: string): Properties => ({
  'process.roles': 'broker,controller',
  'controller.listener.names': 'CONTROLLER',
  'log.dirs': escapeProperty(logDir),
  'auto.create.topics.enable': 'false',
  'group.initial.rebalance.delay.ms': 0,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'background.threads': 2,
  'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
  'log.retention.check.interval.ms': 60_000,
});

const asText = (properties: Properties): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** In a Java properties file a backslash escapes. */
const escapeProperty = (value: string): string => value.replaceAll('\\', '\\\\');

/** Warnings and errors on stderr, where the guardian keeps the last of them. */
export const log4jConfiguration = (): string => `Configuration:
  status: error
  Appenders:
    Console:
      name: STDERR
      target: SYSTEM_ERR
      PatternLayout:
        pattern: "%d{ISO8601} %p %c{1}: %m%n"
  Loggers:
    Root:
      level: warn
      AppenderRef:
        ref: STDERR
`;
