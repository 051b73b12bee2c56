import { type FakeAnswer, type FakeApi, type FakeRequest, startFakeApi } from './fake-api.js';
import { RateWindow } from './rate-window.js';

interface FakeFastlyEntry {
  readonly id: string;
  readonly ip: string;
  readonly subnet: number | null;
  readonly comment: string;
  readonly negated: string;
}

export interface FakeFastly extends FakeApi {
  readonly acls: Map<string, FakeFastlyEntry[]>;
  /** Other users of the token make all requests of the hour. */
  spentByOthers(): void;
}

type Change = Partial<FakeFastlyEntry> & { readonly op: string };

/** ACLs of a Fastly service: 1,000 entries each, 1,000 changes in a PATCH, 1,000 changing requests an hour. */
export async function startFakeFastly(now: () => number): Promise<FakeFastly> {
  const acls = new Map<string, FakeFastlyEntry[]>();
  const changes = new RateWindow(1_000, 3_600_000, now);
  let count = 0;
  const patch = (acl: string, entries: readonly Change[]): FakeAnswer => {
    if (!changes.admits())
      return {
        status: 429,
        headers: { 'retry-after': String(Math.ceil(changes.waitMs() / 1_000)) },
      };
    if (entries.length > 1_000) return failure(400, 'Exceeding max_bulk_acl_entries');
    const after = changed(acls.get(acl) ?? [], entries, () => `entry-${(count += 1)}`);
    if (after === null) return failure(400, 'Record not found');
    if (after.length > 1_000) return failure(400, 'Exceeding max_acl_entries');
    acls.set(acl, after);
    return { status: 200, body: { status: 'ok' } };
  };
  const answer = ({ method, path, query, headers, body }: FakeRequest): FakeAnswer => {
    if (headers['fastly-key'] !== 'key-of-a-test')
      return failure(401, 'Provided credentials are missing or invalid');
    const acl = /^\/service\/SVC\/acl\/(\w+)\/entries$/.exec(path)?.[1] ?? '';
    const entries = acls.get(acl);
    if (entries === undefined) return failure(404, 'Record not found');
    if (method === 'PATCH') return patch(acl, (body as { entries: Change[] }).entries);
    const size = Number(query.get('per_page'));
    const from = (Number(query.get('page')) - 1) * size;
    return { status: 200, body: entries.slice(from, from + size) };
  };
  const spentByOthers = (): void => {
    while (changes.admits());
  };
  return { ...(await startFakeApi(answer)), acls, spentByOthers };
}

/** The entries after the changes; null where one of them names an entry that is not there. */
function changed(
  entries: readonly FakeFastlyEntry[],
  changes: readonly Change[],
  newId: () => string,
): FakeFastlyEntry[] | null {
  const after = new Map(entries.map((entry) => [entry.id, entry]));
  for (const change of changes) {
    if (change.op === 'create') created(after, newId(), change);
    else if (!after.delete(change.id ?? '')) return null;
  }
  return [...after.values()];
}

function created(after: Map<string, FakeFastlyEntry>, id: string, change: Change): void {
  const { ip = '', subnet = null, comment = '', negated = '0' } = change;
  after.set(id, { id, ip, subnet, comment, negated });
}

function failure(status: number, msg: string): FakeAnswer {
  return { status, body: { msg, detail: msg } };
}
