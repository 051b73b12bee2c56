import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockText, parseBlock } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { planAddressGroup } from './plan-address-group.js';
import { planAkamaiList } from './plan-akamai-list.js';
import { type AwsIpSet, planAwsIpSets } from './plan-aws-ip-sets.js';
import { planCloudflareList } from './plan-cloudflare-list.js';
import { type FastlyAcl, planFastlyAcls } from './plan-fastly-acls.js';
import { planHaproxyMap } from './plan-haproxy-map.js';
import { type LapiDecision, planLapiDecisions } from './plan-lapi-decisions.js';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const HOUR_MS = 3_600_000;

function entry(cidr: string, but: Partial<AddressEntry> = {}): AddressEntry {
  const block = parseBlock(cidr);
  if (block === null) throw new Error(`no block: ${cidr}`);
  const rest = { action: 'block', score: 90, requests: 9, expiresAt: NOW + HOUR_MS } as const;
  return { block, threat: 'OAT-008', ...rest, ...but };
}

const texts = fc.uniqueArray(
  fc.oneof(
    fc.nat({ max: 40 }).map((low) => `20.0.0.${low}/32`),
    fc.nat({ max: 10 }).map((low) => `20.1.${low}.0/24`),
    fc.nat({ max: 20 }).map((low) => `2a00:1:0:${low.toString(16)}::/64`),
  ),
  { maxLength: 30 },
);
const many = (count: number): AddressEntry[] =>
  Array.from({ length: count }, (_, at) => entry(`20.${at >> 16}.${(at >> 8) & 255}.${at & 255}`));
const textsOf = (entries: readonly AddressEntry[]): string[] =>
  entries.map(({ block }) => blockText(block)).sort();

describe(planHaproxyMap.name, () => {
  it('swaps the whole map, and only where something differs', () => {
    const wanted = [entry('20.0.0.1'), entry('20.0.0.9', { action: 'challenge' })];
    const payload = '20.0.0.1/32 block\n20.0.0.9/32 challenge\n';
    expect(planHaproxyMap([{ key: '20.0.0.1/32', value: 'block' }], wanted)).toEqual([
      { kind: 'prepare' },
      { kind: 'add', payload },
      { kind: 'commit' },
    ]);
    const held = [
      { key: '20.0.0.9/32', value: 'challenge' },
      { key: '20.0.0.1/32', value: 'block' },
    ];
    expect(planHaproxyMap(held, wanted)).toEqual([]);
    expect(planHaproxyMap([...held, held[0] ?? fail()], wanted)).toHaveLength(3);
    expect(planHaproxyMap(held, [])).toEqual([{ kind: 'prepare' }, { kind: 'commit' }]);
  });

  it('keeps each payload below what HAProxy takes, and loses no line', () => {
    const wanted = many(5_000);
    const added = planHaproxyMap([], wanted).filter((one) => one.kind === 'add');
    for (const { payload } of added) expect(payload.length).toBeLessThan(13_000);
    const lines = added.flatMap(({ payload }) => payload.trimEnd().split('\n'));
    expect(lines).toEqual(wanted.map(({ block }) => `${blockText(block)} block`));
  });
});

describe(planAwsIpSets.name, () => {
  const set = (id: string, version: 4 | 6, addresses: string[] = []): AwsIpSet => ({
    id,
    name: id,
    version,
    addresses,
    lockToken: `lock-${id}`,
  });

  it('updates only the sets that change, and moves nothing', () => {
    const sets = [
      set('a', 4, ['20.0.0.1/32', '20.0.0.2/32']),
      set('b', 4, ['20.0.0.3/32']),
      set('six', 6, ['2a00:0001:0000:0000:0000:0000:0000:0000/64']),
    ];
    const wanted = [entry('20.0.0.1'), entry('20.0.0.3'), entry('20.0.0.4'), entry('2a00:1::/64')];
    expect(planAwsIpSets(sets, wanted)).toEqual([
      { id: 'a', name: 'a', lockToken: 'lock-a', addresses: ['20.0.0.1/32', '20.0.0.4/32'] },
    ]);
  });

  it('fills a set, then the next', () => {
    const [first, second] = planAwsIpSets([set('a', 4), set('b', 4)], many(10_001));
    expect(first?.addresses).toHaveLength(10_000);
    expect(second?.addresses).toHaveLength(1);
  });

  it('holds what is wanted afterwards, whatever was there', () => {
    fc.assert(
      fc.property(texts, texts, texts, (inA, inB, wanted) => {
        const four = (all: string[]): string[] => all.filter((one) => !one.includes(':'));
        const sets = [set('a', 4, four(inA)), set('b', 4, four(inB))];
        const entries = four(wanted).map((one) => entry(one));
        const updates = new Map(planAwsIpSets(sets, entries).map((one) => [one.id, one.addresses]));
        const after = sets.flatMap(({ id, addresses }) => updates.get(id) ?? addresses);
        expect(after.toSorted()).toEqual(textsOf(entries));
      }),
    );
  });
});

describe(planCloudflareList.name, () => {
  it('brings first and takes then, unless there is no room', () => {
    const held = [
      { id: 'i1', cidr: '20.0.0.2/32' },
      { id: 'i2', cidr: '20.0.0.3/32' },
    ];
    const append = {
      kind: 'append',
      items: [
        { ip: '20.0.0.2/31', comment: 'wherefore' },
        { ip: '20.0.0.9', comment: 'wherefore' },
      ],
    };
    const remove = { kind: 'remove', ids: ['i1', 'i2'] };
    const wanted = [entry('20.0.0.2/31'), entry('20.0.0.9')];
    expect(planCloudflareList(held, wanted, 2, 'wherefore')).toEqual([append, remove]);
    expect(planCloudflareList(held, wanted, 1, 'wherefore')).toEqual([remove, append]);
  });

  it('holds what is wanted afterwards', () => {
    fc.assert(
      fc.property(texts, texts, (held, wanted) => {
        const items = new Map(held.map((cidr, at) => [`i${at}`, cidr]));
        const before = [...items].map(([id, cidr]) => ({ id, cidr }));
        const entries = wanted.map((one) => entry(one));
        for (const one of planCloudflareList(before, entries, 100, 'x')) {
          if (one.kind === 'remove') for (const id of one.ids) items.delete(id);
          else for (const { ip } of one.items) items.set(ip, ip.includes('/') ? ip : `${ip}/32`);
        }
        expect([...items.values()].sort()).toEqual(textsOf(entries));
      }),
    );
  });
});

describe(planFastlyAcls.name, () => {
  it('leaves room for what others entered, and changes no more than 1,000 at a time', () => {
    const acls: FastlyAcl[] = [
      {
        id: 'a',
        foreign: Array.from({ length: 990 }, (_, at) => `30.0.${at >> 8}.${at & 255}/32`),
        ours: [],
      },
      { id: 'b', foreign: [], ours: [] },
    ];
    const patches = planFastlyAcls(acls, many(1_005), 'wherefore');
    expect(patches.map(({ acl, entries }) => [acl, entries.length])).toEqual([
      ['a', 10],
      ['b', 995],
    ]);
    const ours = many(1_000).map(({ block }, at) => ({ id: `e${at}`, cidr: blockText(block) }));
    const swapped = planFastlyAcls([{ id: 'a', foreign: [], ours }], [entry('30.0.0.0/24')], 'x');
    expect(swapped.map(({ entries }) => entries.length)).toEqual([1_000, 1]);
    expect(swapped[1]?.entries).toEqual([
      { op: 'create', ip: '30.0.0.0', subnet: 24, negated: '0', comment: 'x' },
    ]);
  });

  it('holds what is wanted afterwards, each once', () => {
    fc.assert(
      fc.property(texts, texts, texts, (inA, inB, wanted) => {
        const entries = new Map<string, string>();
        const acl = (id: string, all: string[]): FastlyAcl => {
          for (const one of all) entries.set(`${id}-${one}`, one);
          return { id, foreign: [], ours: all.map((cidr) => ({ id: `${id}-${cidr}`, cidr })) };
        };
        const list = wanted.map((one) => entry(one));
        for (const patch of planFastlyAcls([acl('a', inA), acl('b', inB)], list, 'x'))
          for (const change of patch.entries) {
            if (change.op === 'delete') entries.delete(change.id);
            else entries.set(`new-${change.ip}`, `${change.ip}/${change.subnet}`);
          }
        expect([...entries.values()].sort()).toEqual(textsOf(list));
      }),
    );
  });
});

describe(planAkamaiList.name, () => {
  const active = { syncPoint: 7, activation: 'active' } as const;

  it('replaces and activates; activates alone what nobody activated; waits for an activation', () => {
    const wanted = [entry('20.0.0.1'), entry('20.0.1.0/24'), entry('2a00:1::5')];
    const elements = ['20.0.0.1', '20.0.1.0/24', '2a00:1::5'];
    const replace = { kind: 'replace', syncPoint: 7, elements };
    const activate = { kind: 'activate' };
    expect(planAkamaiList({ ...active, elements: [] }, wanted)).toEqual([replace, activate]);
    const same = { ...active, elements: elements.toReversed() };
    expect(planAkamaiList(same, wanted)).toEqual([]);
    expect(planAkamaiList({ ...same, activation: 'inactive' }, wanted)).toEqual([activate]);
    expect(planAkamaiList({ ...active, elements: [], activation: 'pending' }, wanted)).toEqual([]);
  });
});

describe(planAddressGroup.name, () => {
  it('removes an item as the group writes it, first where the group is full', () => {
    const wanted = [entry('20.0.0.1')];
    const add = { kind: 'addItems', items: ['20.0.0.1/32'] };
    const remove = { kind: 'removeItems', items: ['20.0.0.2'] };
    expect(planAddressGroup(['20.0.0.2'], wanted, 2)).toEqual([add, remove]);
    expect(planAddressGroup(['20.0.0.2'], wanted, 1)).toEqual([remove, add]);
    expect(planAddressGroup(['20.0.0.1'], wanted, 1)).toEqual([]);
    expect(planAddressGroup([], many(2_001), 5_000).map(({ items }) => items.length)).toEqual([
      1_000, 1_000, 1,
    ]);
  });
});

describe(planLapiDecisions.name, () => {
  const held = (id: number, cidr: string, endsAt: number): LapiDecision => ({
    id,
    cidr,
    type: 'ban',
    endsAt,
  });

  it('makes, renews and deletes, and lets what is right alone', () => {
    const requests = planLapiDecisions(
      [
        held(1, '20.0.0.1/32', NOW + HOUR_MS + 900),
        held(2, '20.0.0.2/32', NOW + 60_000),
        held(3, '20.0.0.3/32', NOW + HOUR_MS),
        held(4, '20.0.0.1/32', NOW + HOUR_MS),
      ],
      [
        entry('20.0.0.1'),
        entry('20.0.0.2'),
        entry('20.0.9.0/24', { action: 'challenge' }),
        entry('20.0.0.7', { action: 'monitor' }),
      ],
      NOW,
    );
    const endsAt = NOW + HOUR_MS;
    expect(requests).toEqual([
      {
        kind: 'alert',
        decisions: [
          { scope: 'Ip', value: '20.0.0.2', type: 'ban', threat: 'OAT-008', endsAt },
          { scope: 'Range', value: '20.0.9.0/24', type: 'captcha', threat: 'OAT-008', endsAt },
        ],
      },
      { kind: 'delete', id: 2 },
      { kind: 'delete', id: 3 },
      { kind: 'delete', id: 4 },
    ]);
  });

  it('renews a verdict without end long before its decision runs out, and not before', () => {
    const open = [entry('20.0.0.1', { expiresAt: null })];
    const day = 24 * HOUR_MS;
    expect(planLapiDecisions([held(1, '20.0.0.1/32', NOW + day - HOUR_MS)], open, NOW)).toEqual([]);
    expect(planLapiDecisions([held(1, '20.0.0.1/32', NOW + HOUR_MS)], open, NOW)).toHaveLength(2);
  });
});

function fail(): never {
  throw new Error('missing');
}
