import { type FakeAnswer, type FakeApi, type FakeRequest, startFakeApi } from './fake-api.js';
import { RateWindow } from './rate-window.js';

interface FakeCloudflareItem {
  readonly id: string;
  readonly ip: string;
  readonly comment: string;
}

export interface FakeCloudflare extends FakeApi {
  items: FakeCloudflareItem[];
  /** Runs elsewhere in the account until it is set to false. */
  isBusyElsewhere: boolean;
}

const ACCOUNT = '0'.repeat(32);
const LIST = '1'.repeat(32);
const ITEMS = `/accounts/${ACCOUNT}/rules/lists/${LIST}/items`;
const OPERATIONS = `/accounts/${ACCOUNT}/rules/lists/bulk_operations/`;

/**
 * A list of Cloudflare: changes are bulk operations that end after three looks, one at a time in an account; the
 * account holds 10,000 items; IPv6 up to /64; 30,000 changing requests in 12 hours.
 */
export async function startFakeCloudflare(now: () => number): Promise<FakeCloudflare> {
  const requests = new RateWindow(30_000, 12 * 3_600_000, now);
  let operation: { id: string; looks: number; apply: () => void } | undefined;
  let count = 0;
  const start = (apply: () => void): FakeAnswer => {
    if (operation !== undefined || fake.isBusyElsewhere || !requests.admits())
      return failure(429, 'a bulk operation is already in progress');
    operation = { id: `op-${(count += 1)}`, looks: 0, apply };
    return success({ operation_id: operation.id });
  };
  const look = (id: string): FakeAnswer => {
    if (operation?.id !== id) return success({ id, status: 'completed' });
    operation.looks += 1;
    if (operation.looks < 3) return success({ id, status: 'running' });
    operation.apply();
    operation = undefined;
    return success({ id, status: 'completed' });
  };
  const append = (added: readonly FakeCloudflareItem[]): FakeAnswer => {
    if (fake.items.length + added.length > 10_000) return failure(400, 'too many items');
    if (!added.every(({ ip }) => isListable(ip))) return failure(400, 'invalid IP address');
    return start(() => {
      fake.items.push(...added.map((item) => ({ ...item, id: `item-${(count += 1)}` })));
    });
  };
  const remove = (ids: ReadonlySet<string>): FakeAnswer =>
    start(() => {
      fake.items = fake.items.filter(({ id }) => !ids.has(id));
    });
  const answer = ({ method, path, query, headers, body }: FakeRequest): FakeAnswer => {
    if (headers.authorization !== 'Bearer token-of-a-test') return failure(403, 'no permission');
    if (path.startsWith(OPERATIONS)) return look(path.slice(OPERATIONS.length));
    if (path !== ITEMS) return failure(404, 'list not found');
    if (method === 'POST') return append(body as FakeCloudflareItem[]);
    if (method === 'DELETE')
      return remove(new Set((body as { items: { id: string }[] }).items.map(({ id }) => id)));
    return page(fake.items, Number(query.get('cursor') ?? 0), Number(query.get('per_page')));
  };
  const api = await startFakeApi(answer);
  const fake: FakeCloudflare = { ...api, items: [], isBusyElsewhere: false };
  return fake;
}

function isListable(ip: string): boolean {
  const [, bits = ''] = ip.split('/');
  if (ip.includes(':')) return bits !== '' && Number(bits) >= 4 && Number(bits) <= 64;
  return bits === '' || (Number(bits) >= 8 && Number(bits) <= 32);
}

function page(items: readonly FakeCloudflareItem[], from: number, size: number): FakeAnswer {
  if (size > 500) return failure(400, 'per_page is too large');
  const after = from + size < items.length ? { after: String(from + size) } : {};
  return success(items.slice(from, from + size), { cursors: after });
}

function success(result: unknown, info?: unknown): FakeAnswer {
  return {
    status: 200,
    body: { success: true, errors: [], messages: [], result, result_info: info },
  };
}

function failure(status: number, message: string): FakeAnswer {
  const body = { success: false, errors: [{ code: 10_000, message }], messages: [], result: null };
  return { status, body };
}
