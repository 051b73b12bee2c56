import { connect, type Socket } from 'node:net';

/** How long one broker may take to accept a connection. */
const CONNECT_MS = 1_500;

/**
 * Resolves when at least one broker accepts a connection. Whether the login is right is not asked:
 * this process reads no topic, it only tells which part of the pipeline is out of reach.
 *
 * @throws AggregateError when none does.
 */
export async function reachAnyBroker(brokers: readonly string[]): Promise<void> {
  await Promise.any(brokers.map(reach));
}

function reach(broker: string): Promise<void> {
  const { hostname, port } = new URL(`tcp://${broker}`);
  const socket: Socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  return new Promise((resolve, reject) => {
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error(`no answer from ${broker}`)));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
