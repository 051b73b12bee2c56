import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type TargetError } from '../targets/target-error.js';
import { callApi } from './call-api.js';

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

async function answering(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const failure = (url: string, headers = {}): Promise<TargetError> =>
  callApi({ method: 'GET', url, headers, service: 'The LAPI' }).then(
    (answer) => {
      throw new Error(`an error was expected, not ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error as TargetError,
  );

describe(callApi.name, () => {
  it('takes an empty answer for none', async () => {
    const url = await answering((_, response) => response.writeHead(200).end());
    expect(await callApi({ method: 'GET', url, service: 'The LAPI' })).toBeNull();
  });

  it('takes an answer that broke off for no answer, not for an empty list', async () => {
    const url = await answering((_, response) => {
      response.writeHead(200, { 'content-length': 500 }).write('[{"decisions": [');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failure(url)).toMatchObject({ code: 'UNREACHABLE' });
  });

  it('never quotes a secret that no header may hold', async () => {
    const headers = { authorization: 'Bearer first-half\nsecond-half' };
    const error = await failure('http://127.0.0.1:9/', headers);
    expect(error).toMatchObject({ code: 'NO_SECRET' });
    expect(error.message).not.toMatch(/half/);
  });
});
