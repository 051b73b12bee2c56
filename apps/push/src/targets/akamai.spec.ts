import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FakeAkamai,
  startFakeAkamai,
} from '../../../../test/support/enforcement/fake-akamai.js';
import { type Pushed, pushed } from '../testing/pushed.js';
import { verdictOn } from '../../../../test/support/enforcement/verdict-on.js';
import { edgeGridHeader } from './edge-grid.js';

let akamai: FakeAkamai;

beforeEach(async () => {
  akamai = await startFakeAkamai();
});

afterEach(() => akamai.close());

function target(secret = 'secret-of-a-test'): Pushed {
  const tokens = { client_token: { env: 'CT' }, access_token: { env: 'AT' } };
  return pushed(
    {
      kind: 'akamai',
      url: akamai.url,
      list_id: '12345_BLOCK',
      ...tokens,
      client_secret: { env: 'CS' },
    },
    { env: { CT: 'ct', AT: 'at', CS: secret } },
  );
}

describe(edgeGridHeader.name, () => {
  it('signs as the example of Akamai’s own clients is signed', () => {
    const url = new URL('https://akaa-baseurl-xxxxxxxxxxx-xxxxxxxxxxxxx.luna.akamaiapis.net/');
    const credentials = {
      clientToken: 'akab-client-token-xxx-xxxxxxxxxxxxxxxx',
      accessToken: 'akab-access-token-xxx-xxxxxxxxxxxxxxxx',
      clientSecret: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=',
    };
    const header = edgeGridHeader(
      { method: 'GET', url, body: '' },
      credentials,
      '20140321T19:34:21+0000',
      'nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    );
    expect(header).toBe(
      'EG1-HMAC-SHA256 client_token=akab-client-token-xxx-xxxxxxxxxxxxxxxx;access_token=akab-access-token-xxx-xxxxxxxxxxxxxxxx;timestamp=20140321T19:34:21+0000;nonce=nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx;signature=tL+y4hxyHxgWVD30X3pWnGKHcPzmrIF+LThiAOhMxYU=',
    );
  });
});

describe('Akamai lists', () => {
  it('replaces and activates the list, and waits for an activation before the next change', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.1.0.0/24')];
    await edge.cycles(1);
    expect(akamai.list.elements).toEqual(['20.0.0.1', '20.1.0.0/24']);
    expect(akamai.activation).toBe('PENDING_ACTIVATION');
    edge.verdicts = [verdictOn('20.1.0.0/24')];
    await edge.cycles(3);
    expect(akamai.list.elements).toHaveLength(2);
    akamai.activated();
    await edge.cycles(1);
    akamai.activated();
    expect(akamai.active).toEqual(['20.1.0.0/24']);
    expect(edge.loop.status).toMatchObject({ state: 'in_step', failures: 0 });
  });

  it('reads again when the sync point is stale', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32')];
    akamai.beforeChange = () => (akamai.list.syncPoint += 1);
    await edge.cycles(1);
    expect(edge.loop.status.lastFailure).toMatchObject({ code: 'CONFLICT' });
    await edge.cycles(1);
    expect(akamai.list.elements).toEqual(['20.0.0.1']);
  });

  it('refuses a list that does not say that it is ours', async () => {
    akamai.list = { name: 'partners', description: '', syncPoint: 4, elements: ['30.0.0.1'] };
    const edge = target();
    await edge.cycles(1);
    expect(edge.loop.status.lastFailure).toMatchObject({ code: 'NOT_OURS' });
    expect(akamai.list.elements).toEqual(['30.0.0.1']);
  });

  it('says so when the secret is wrong, and not what it is', async () => {
    const edge = target('wrong-secret-of-a-test');
    await edge.cycles(1);
    expect(edge.loop.status.lastFailure).toMatchObject({ code: 'DENIED' });
    expect(JSON.stringify(edge.log)).not.toContain('wrong-secret-of-a-test');
  });
});
