import { generateKeyPairSync, createVerify } from 'node:crypto';
import { type FakeAnswer, type FakeApi, type FakeRequest, startFakeApi } from './fake-api.js';

export interface FakeCloudArmor extends FakeApi {
  group: { description: string; type: 'IPV4' | 'IPV6'; capacity: number; items: string[] };
  /** The key of a service account that may change the group. */
  readonly serviceAccount: string;
}

const GROUP = 'projects/my-project/locations/global/addressGroups/block';

/** An address group of Google Cloud: one version of addresses, a capacity, and changes that are operations. */
export async function startFakeCloudArmor(): Promise<FakeCloudArmor> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const running = new Map<string, () => void>();
  const change = (kind: string, items: readonly string[]): FakeAnswer => {
    const { group } = fake;
    const isRight = (item: string): boolean => item.includes(':') === (group.type === 'IPV6');
    if (!items.every(isRight)) return failure(400, 'INVALID_ARGUMENT');
    const after =
      kind === 'addItems'
        ? [...group.items, ...items]
        : group.items.filter((item) => !items.includes(item));
    const expected = group.items.length + (kind === 'addItems' ? 1 : -1) * items.length;
    if (new Set(after).size !== expected) return failure(400, 'INVALID_ARGUMENT');
    if (after.length > group.capacity) return failure(400, 'exceeds the capacity of the group');
    const name = `projects/my-project/locations/global/operations/${running.size + 1}`;
    running.set(name, () => {
      group.items = after;
    });
    return { status: 200, body: { name, done: false } };
  };
  const answer = ({ path, headers, body }: FakeRequest): FakeAnswer => {
    if (!isSigned(headers.authorization ?? '')) return failure(401, 'UNAUTHENTICATED');
    const [place = '', kind] = path.slice('/v1/'.length).split(':');
    if (place === GROUP && kind !== undefined)
      return change(kind, (body as { items: string[] }).items);
    if (place === GROUP) return { status: 200, body: { name: GROUP, ...fake.group } };
    const apply = running.get(place);
    if (apply === undefined) return failure(404, 'NOT_FOUND');
    apply();
    return { status: 200, body: { name: place, done: true, response: {} } };
  };
  /** A token that the service account signed by itself, RS256. */
  const isSigned = (authorization: string): boolean => {
    const [, data = '', signature = ''] = /^Bearer (.+\..+)\.(.+)$/.exec(authorization) ?? [];
    const verify = createVerify('RSA-SHA256').update(data);
    return data !== '' && verify.verify(publicKey, Buffer.from(signature, 'base64url'));
  };
  const api = await startFakeApi(answer);
  const fake: FakeCloudArmor = {
    ...api,
    group: { description: 'wherefore', type: 'IPV4', capacity: 100, items: [] },
    serviceAccount: JSON.stringify({
      type: 'service_account',
      client_email: 'push@my-project.iam.gserviceaccount.com',
      private_key_id: 'key-1',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
  };
  return fake;
}

function failure(code: number, message: string): FakeAnswer {
  return { status: code, body: { error: { code, message, status: message } } };
}
