import { createHash, createHmac } from 'node:crypto';
import { type FakeAnswer, type FakeApi, type FakeRequest, startFakeApi } from './fake-api.js';

export interface FakeAkamai extends FakeApi {
  list: { name: string; description: string; syncPoint: number; elements: string[] };
  /** What the network enforces. */
  active: readonly string[];
  activation: 'ACTIVE' | 'INACTIVE' | 'MODIFIED' | 'PENDING_ACTIVATION';
  /** Ends the activation that is under way. */
  activated(): void;
  /** Runs once, before the next change is looked at. */
  beforeChange: (() => void) | undefined;
}

const BASE = '/network-list/v2/network-lists/12345_BLOCK';

/** A list of Akamai: changes need the current sync point, and take effect with an activation, one at a time. */
export async function startFakeAkamai(): Promise<FakeAkamai> {
  const replace = (body: { syncPoint: number; list: string[]; name: string }): FakeAnswer => {
    fake.beforeChange?.();
    fake.beforeChange = undefined;
    if (body.syncPoint !== fake.list.syncPoint) return failure(409, 'The syncPoint is stale');
    fake.list = { ...fake.list, syncPoint: body.syncPoint + 1, elements: body.list };
    fake.activation = 'MODIFIED';
    return { status: 200, body: { syncPoint: fake.list.syncPoint } };
  };
  const activate = (): FakeAnswer => {
    if (fake.activation === 'PENDING_ACTIVATION') return failure(409, 'An activation is pending');
    fake.activation = 'PENDING_ACTIVATION';
    return { status: 200, body: { activationStatus: fake.activation } };
  };
  const answer = (request: FakeRequest): FakeAnswer => {
    const { method, path, body } = request;
    if (!isSigned(request, fake.url)) return failure(401, 'The signature does not match');
    if (path === `${BASE}/environments/PRODUCTION/status`)
      return { status: 200, body: { activationStatus: fake.activation } };
    if (path === `${BASE}/environments/PRODUCTION/activate`) return activate();
    if (path !== BASE) return failure(404, 'No such list');
    if (method === 'PUT')
      return replace(body as { syncPoint: number; list: string[]; name: string });
    const { name, description, syncPoint, elements } = fake.list;
    const list = { uniqueId: '12345_BLOCK', type: 'IP', name, description, syncPoint };
    return { status: 200, body: { ...list, elementCount: elements.length, list: elements } };
  };
  const api = await startFakeApi(answer);
  const fake: FakeAkamai = {
    ...api,
    list: { name: 'wherefore block', description: '', syncPoint: 4, elements: [] },
    active: [],
    activation: 'INACTIVE',
    beforeChange: undefined,
    activated: () => {
      fake.activation = 'ACTIVE';
      fake.active = fake.list.elements;
    },
  };
  return fake;
}

/** EG1-HMAC-SHA256, worked out anew from what arrived. */
function isSigned({ method, path, query, headers, text }: FakeRequest, url: string): boolean {
  const header = headers.authorization ?? '';
  const at = header.indexOf('signature=');
  const unsigned = header.slice(0, at);
  const timestamp = unsigned.replace(/^.*timestamp=|;nonce=.*$/g, '');
  const whole = query.size === 0 ? path : `${path}?${query.toString()}`;
  const host = new URL(url).host;
  const data = [method, 'http', host, whole, '', hashOf(method, text), unsigned].join('\t');
  return (
    unsigned.includes('client_token=ct;access_token=at;') &&
    header.slice(at) === `signature=${hmac(hmac('secret-of-a-test', timestamp), data)}`
  );
}

const hmac = (key: string, data: string): string =>
  createHmac('sha256', key).update(data).digest('base64');

const hashOf = (method: string, text: string): string =>
  method === 'POST' && text !== '' ? createHash('sha256').update(text).digest('base64') : '';

function failure(status: number, detail: string): FakeAnswer {
  return { status, body: { title: detail, detail, status } };
}
