import { randomUUID } from 'node:crypto';
import { type FakeAnswer, type FakeApi, type FakeRequest, startFakeApi } from './fake-api.js';
import { RateWindow } from './rate-window.js';

interface FakeIpSet {
  readonly id: string;
  readonly name: string;
  readonly version: 'IPV4' | 'IPV6';
  description: string;
  addresses: string[];
  lockToken: string;
}

export interface FakeAwsWaf extends FakeApi {
  readonly sets: Map<string, FakeIpSet>;
  addSet(name: string, version: 'IPV4' | 'IPV6', description?: string): FakeIpSet;
  /** Runs once, before the next update is looked at. */
  beforeUpdate: (() => void) | undefined;
  /** While true, every call is answered 500. */
  isDown: boolean;
}

/** IP sets of AWS WAF v2 by its JSON protocol, with its quotas: 10,000 addresses a set, 1 update and 5 reads a second. */
export async function startFakeAwsWaf(now: () => number = Date.now): Promise<FakeAwsWaf> {
  const sets = new Map<string, FakeIpSet>();
  const updates = new RateWindow(1, 1_000, now);
  const reads = new RateWindow(5, 1_000, now);
  const answer = (request: FakeRequest): FakeAnswer => {
    if (fake.isDown) return failure('WAFInternalErrorException', 500);
    if (
      !/^AWS4-HMAC-SHA256 Credential=.+Signature=[\da-f]{64}$/.test(
        request.headers.authorization ?? '',
      )
    )
      return failure('UnrecognizedClientException');
    const action = String(request.headers['x-amz-target']).replace('AWSWAF_20190729.', '');
    fake.calls.push(action);
    const body = request.body as IpSetCall;
    const set = sets.get(body.Id);
    if (set?.name !== body.Name) return failure('WAFNonexistentItemException');
    if (action === 'GetIPSet') return reads.admits() ? given(set) : failure('ThrottlingException');
    if (!updates.admits()) return failure('ThrottlingException');
    fake.beforeUpdate?.();
    fake.beforeUpdate = undefined;
    return update(set, body);
  };
  const api = await startFakeApi(answer);
  const fake: FakeAwsWaf = {
    ...api,
    sets,
    beforeUpdate: undefined,
    isDown: false,
    addSet: (name, version, description = 'wherefore: block') => {
      const id = `id-${name}`;
      const set = { id, name, version, description, addresses: [], lockToken: randomUUID() };
      sets.set(id, set);
      return set;
    },
  };
  return fake;
}

interface IpSetCall {
  readonly Id: string;
  readonly Name: string;
  readonly LockToken: string;
  readonly Addresses: readonly string[];
  readonly Description?: string;
}

function given({ id, name, version, description, addresses, lockToken }: FakeIpSet): FakeAnswer {
  const IPSet = {
    Id: id,
    Name: name,
    ARN: `arn:aws:wafv2:eu-central-1:1:regional/ipset/${name}/${id}`,
    IPAddressVersion: version,
    Description: description,
    Addresses: addresses,
  };
  return { status: 200, body: { IPSet, LockToken: lockToken } };
}

function update(set: FakeIpSet, call: IpSetCall): FakeAnswer {
  if (call.LockToken !== set.lockToken) return failure('WAFOptimisticLockException');
  if (call.Addresses.length > 10_000) return failure('WAFLimitsExceededException');
  const isRight = (address: string): boolean =>
    set.version === 'IPV4'
      ? /^\d+\.\d+\.\d+\.\d+\/([1-9]|[12]\d|3[0-2])$/.test(address)
      : /^[\da-f:]+\/([1-9]|[1-9]\d|1[01]\d|12[0-8])$/.test(address);
  if (!call.Addresses.every(isRight)) return failure('WAFInvalidParameterException');
  set.addresses = [...call.Addresses];
  set.description = call.Description ?? '';
  set.lockToken = randomUUID();
  return { status: 200, body: { NextLockToken: set.lockToken } };
}

function failure(type: string, status = 400): FakeAnswer {
  return { status, body: { __type: `com.amazonaws.wafv2#${type}`, Message: `${type} of a test` } };
}
