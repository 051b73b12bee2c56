import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What the proxy does with connections: let them `pass`, `refuse` them, accept them and never answer (`hang`), reset them
 * in the middle of each answer (`reset`), carry `bytesPerSecond`, carry everything `delayMs` later each way, or put `add` after
 * the first `after` of each piece of a question (`edit`).
 */
export type Network =
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'far'; readonly delayMs: number }
  | { readonly kind: 'edit'; readonly after: string; readonly add: string };

const SLICES_PER_SECOND = 10;

/** A loopback port in front of another one, for whatever a network can do to a connection. */
export class TcpProxy {
  #network: Network = { kind: 'pass' };
  readonly #open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly targetPort: () => number,
    readonly port: number,
  ) {
    server.on('connection', (client) => {
      this.#accept(client);
    });
  }

  /** `targetPort` is asked for each connection. */
  static async start(targetPort: () => number): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a proxy has a port');
    return new TcpProxy(server, targetPort, address.port);
  }

  /** Also ends the connections there are when they are to be refused; a hang ends for them when the network passes again. */
  behave(network: Network): void {
    const wasHanging = this.#network.kind === 'hang';
    this.#network = network;
    if (network.kind === 'refuse' || (wasHanging && network.kind === 'pass')) this.drop();
  }

  /** Resets every connection there is now. */
  drop(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
    this.#open.clear();
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #accept(client: Socket): void {
    if (this.#network.kind === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ host: '127.0.0.1', port: this.targetPort() });
    const ends = [client, server];
    for (const socket of ends) {
      this.#open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#open.delete(socket);
        for (const end of ends) end.destroy();
      });
    }
    void this.#carry(client, server, false);
    void this.#carry(server, client, true);
  }

  async #carry(from: Socket, to: Socket, isAnswer: boolean): Promise<void> {
    try {
      for await (const chunk of from) await this.#pass(chunk as Buffer, to, isAnswer);
      if (this.#network.kind === 'far') await delay(this.#network.delayMs);
      to.end();
    } catch {
      from.destroy();
      to.destroy();
    }
  }

  async #pass(chunk: Buffer, to: Socket, isAnswer: boolean): Promise<void> {
    const network = this.#network;
    switch (network.kind) {
      case 'hang':
        return;
      case 'reset':
        if (!isAnswer) break;
        await write(to, chunk.subarray(0, chunk.length >> 1));
        to.resetAndDestroy();
        return;
      case 'slow':
        await this.#trickle(chunk, to, network.bytesPerSecond);
        return;
      case 'far':
        // Later, not slower: the next chunk does not wait for this one to arrive.
        void delay(network.delayMs).then(() => to.write(chunk));
        return;
      case 'edit':
        await write(to, isAnswer ? chunk : edited(chunk, network));
        return;
      case 'pass':
      case 'refuse':
        break;
    }
    await write(to, chunk);
  }

  /** Gives up its slowness as soon as the network is another one. */
  async #trickle(chunk: Buffer, to: Socket, bytesPerSecond: number): Promise<void> {
    const slice = Math.max(1, Math.round(bytesPerSecond / SLICES_PER_SECOND));
    let at = 0;
    while (at < chunk.length && this.#network.kind === 'slow') {
      await write(to, chunk.subarray(at, at + slice));
      at += slice;
      await delay(1_000 / SLICES_PER_SECOND);
    }
    if (at < chunk.length) await write(to, chunk.subarray(at));
  }
}

function edited(chunk: Buffer, { after, add }: Extract<Network, { kind: 'edit' }>): Buffer {
  const at = chunk.indexOf(after);
  if (at < 0) return chunk;
  const cut = at + after.length;
  return Buffer.concat([chunk.subarray(0, cut), Buffer.from(add), chunk.subarray(cut)]);
}

function write(to: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (to.destroyed) {
      reject(new Error('the other end is gone'));
      return;
    }
    to.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
