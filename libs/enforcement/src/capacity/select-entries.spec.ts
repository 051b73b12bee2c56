import { describe, expect, it } from '@jest/globals';
import { verdictMessage } from '../testing/verdict-message.js';
import { type VerdictMessage } from '../verdict-message.js';
import { blockText } from './address-block.js';
import { type Selection, selectEntries } from './select-entries.js';

const ALL: Selection = {
  actions: ['block'],
  sites: [],
  longestIpv6: 128,
  widenIpv6: 'never',
  guard: () => null,
};

function about(cidr: string, but: Partial<VerdictMessage> = {}): VerdictMessage {
  const { subject } = verdictMessage();
  return verdictMessage({ subject: { ...subject, enforce_as: [cidr] }, ...but });
}

function selected(
  messages: readonly VerdictMessage[],
  selection: Partial<Selection> = {},
): { blocks: string[]; leftOut: Record<string, number> } {
  const { entries, leftOut } = selectEntries(messages, { ...ALL, ...selection });
  return {
    blocks: entries.map(({ block }) => blockText(block)),
    leftOut: Object.fromEntries(leftOut),
  };
}

describe(selectEntries.name, () => {
  it('takes what it needs to rank and to end an entry', () => {
    expect(selectEntries([about('192.0.2.7/32')], ALL).entries).toEqual([
      {
        block: { version: 4, first: 3_221_225_991n, bits: 32 },
        action: 'block',
        score: 98,
        requests: 120,
        expiresAt: Date.parse('2026-03-01T13:00:00.000Z'),
        threat: 'OAT-008',
      },
    ]);
  });

  it('leaves out, and counts, what a list of addresses cannot say', () => {
    const { subject } = verdictMessage();
    const { blocks, leftOut } = selected([
      about('192.0.2.1/32', { mode: 'simulate' }),
      about('192.0.2.2/32', { match: { user_agent: 'curl/8' } }),
      verdictMessage({ subject: { ...subject, type: 'session', enforce_as: [] } }),
      about('192.0.2.3/32', { site: 'shop.example' }),
      about('192.0.2.4/32', { actor: { class: 'verified_bot', verification: 'dns' } }),
      about('gateway.internal'),
    ]);
    expect(blocks).toEqual([]);
    expect(leftOut).toEqual({
      simulated: 1,
      narrower_than_addresses: 2,
      other_site: 1,
      verified_bot: 1,
      no_address: 1,
    });
  });

  it('takes a verdict on one host where the target stands before that host alone', () => {
    const message = about('192.0.2.3/32', { site: 'shop.example' });
    expect(selected([message], { sites: ['shop.example'] }).blocks).toEqual(['192.0.2.3/32']);
  });

  it('says nothing of actions that are another list’s', () => {
    expect(selected([about('192.0.2.3/32', { action: 'challenge' })])).toEqual({
      blocks: [],
      leftOut: {},
    });
  });

  it('widens IPv6 only where that was allowed, or the message says that nobody else is there', () => {
    const address = about('2001:db8:1:2:3:4:5:6/128');
    const short = { longestIpv6: 64 } as const;
    const wide = '2001:db8:1:2::/64';
    const dropped = { blocks: [], leftOut: { ipv6_longer_than_64: 1 } };
    const nobody = { visitors: 0, people: 0, verified_bots: 0 };
    const alone = { ...nobody, address_only: nobody };
    const shared = { ...nobody, address_only: { ...nobody, visitors: 1, people: 1 } };
    expect(selected([address], short)).toEqual(dropped);
    expect(selected([address], { ...short, widenIpv6: 'always' }).blocks).toEqual([wide]);
    const whenAlone = { ...short, widenIpv6: 'when_alone' } as const;
    expect(selected([address], whenAlone)).toEqual(dropped);
    expect(selected([{ ...address, blast_radius: alone }], whenAlone).blocks).toEqual([wide]);
    expect(selected([{ ...address, blast_radius: shared }], whenAlone)).toEqual(dropped);
    expect(selected([about('2001:db8:1:2::/64')], short).blocks).toEqual([wide]);
  });

  it('asks the guard of the block as it would be sent', () => {
    const asked: string[] = [];
    const guard = (cidr: string): string => (asked.push(cidr), 'allow_listed');
    const { blocks, leftOut } = selected([about('2001:db8::1/128')], {
      longestIpv6: 64,
      widenIpv6: 'always',
      guard,
    });
    expect({ asked, blocks, leftOut }).toEqual({
      asked: ['2001:db8::/64'],
      blocks: [],
      leftOut: { allow_listed: 1 },
    });
  });
});
