import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** Parsed; null where there is none. */
  readonly body: unknown;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeApi {
  readonly url: string;
  /** Every request so far, `METHOD path`. */
  readonly calls: string[];
  close(): Promise<void>;
}

/** An HTTP server on this machine that answers JSON. */
export async function startFakeApi(answer: (request: FakeRequest) => FakeAnswer): Promise<FakeApi> {
  const calls: string[] = [];
  const server: Server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://fake');
      const method = incoming.method ?? 'GET';
      calls.push(`${method} ${pathname}`);
      const body: unknown = text === '' ? null : JSON.parse(text);
      const { headers } = incoming;
      const said = answer({ method, path: pathname, query: searchParams, headers, text, body });
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
      response.end(said.body === undefined ? '' : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
