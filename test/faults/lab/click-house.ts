import { join } from 'node:path';
import getPort from 'get-port';
import {
  createStore,
  type EmbeddedClickHouse,
  migrate,
  startEmbeddedClickHouse,
  type Store,
} from '#libs/store';

const PASSWORD = 'of the fault program alone';

/** The engine's start is silent once in some hundred times; a third of this goes by before it is tried again. Milliseconds. */
const START_TIMEOUT_MS = 90_000;

/** A real ClickHouse server of one fault, which can be killed and comes back at the same place. */
export class ClickHouse {
  #server: EmbeddedClickHouse | undefined;

  private constructor(
    private readonly dataDir: string,
    readonly port: number,
    /** As administrator, past every proxy. */
    readonly store: Store,
  ) {}

  static async start(dataDir: string): Promise<ClickHouse> {
    const port = await getPort({ host: '127.0.0.1' });
    const url = `http://127.0.0.1:${port}`;
    const login = { url, user: 'admin', password: PASSWORD, database: 'wherefore' };
    const clickHouse = new ClickHouse(
      dataDir,
      port,
      createStore({ ...login, requestTimeoutMs: 20_000 }),
    );
    await clickHouse.start();
    await clickHouse.migrate();
    return clickHouse;
  }

  get pid(): number {
    return this.#server?.pid ?? -1;
  }

  /** For a process that writes, through `port` where something stands before the server. */
  env(port = this.port): Record<string, string> {
    return {
      CLICKHOUSE_URL: `http://127.0.0.1:${port}`,
      CLICKHOUSE_USER: 'writer',
      CLICKHOUSE_PASSWORD: PASSWORD,
    };
  }

  /** As administrator. */
  get login(): { readonly url: string; readonly user: string; readonly password: string } {
    return { url: `http://127.0.0.1:${this.port}`, user: 'admin', password: PASSWORD };
  }

  async migrate(folder = join(process.cwd(), 'migrations'), store = this.store): Promise<void> {
    await migrate(store, folder);
  }

  async start(): Promise<void> {
    this.#server = await startEmbeddedClickHouse({
      dataDir: this.dataDir,
      httpPort: this.port,
      startTimeoutMs: START_TIMEOUT_MS,
      passwords: { admin: PASSWORD, writer: PASSWORD },
    });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  async dispose(): Promise<void> {
    await this.store.close();
    await this.stop();
  }
}
