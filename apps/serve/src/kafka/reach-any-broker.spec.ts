import { describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { reachAnyBroker } from './reach-any-broker.js';

async function listening(): Promise<{ server: Server; broker: string }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, broker: `127.0.0.1:${address.port}` };
}

describe('reachAnyBroker', () => {
  it('is content with one broker of several, and not with none', async () => {
    const { server, broker } = await listening();
    await expect(reachAnyBroker(['127.0.0.1:1', broker])).resolves.toBeUndefined();
    await new Promise((resolve) => server.close(resolve));
    await expect(reachAnyBroker(['127.0.0.1:1', broker])).rejects.toThrow(AggregateError);
  });
});
