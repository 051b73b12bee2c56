import { describe, expect, it } from '@jest/globals';
import { compareWithPeers, type PeerComparison } from './compare-with-peers.js';
import { type ClientFigures } from './client-figures.js';
import { clientWith } from './testing/ordinary-client.js';

function peers(count: number, changes: (n: number) => Partial<ClientFigures>): ClientFigures[] {
  return Array.from({ length: count }, (_, n) => clientWith({ client: `p${n}`, ...changes(n) }));
}

function of(
  comparisons: readonly PeerComparison[],
  ratio: PeerComparison['ratio'],
): PeerComparison | undefined {
  return comparisons.find((one) => one.ratio === ratio);
}

describe('compareWithPeers', () => {
  const others = peers(20, (n) => ({ accountCallsRefused: 30 + 2 * n }));

  it('sees a client that is refused more than the others', () => {
    const odd = clientWith({ client: 'odd', accountCallsRefused: 600 });
    expect(of(compareWithPeers(odd, [...others, odd]), 'refusal_share')).toMatchObject({
      value: 0.15,
      rank: 1,
      deviates: true,
    });
  });

  it('forgives few calls their chance', () => {
    const small = clientWith({ client: 'small', accountCalls: 30, accountCallsRefused: 2 });
    expect(of(compareWithPeers(small, [...others, small]), 'refusal_share')).toMatchObject({
      deviates: false,
    });
  });

  it('says nothing against anybody where all fail alike', () => {
    const all = peers(20, (n) => ({ accountCallsRefused: 3_000 + 10 * n }));
    for (const one of all)
      expect(of(compareWithPeers(one, all), 'refusal_share')?.deviates).toBe(false);
  });

  it('has no opinion among fewer than five peers', () => {
    const one = clientWith({ client: 'one', accountCallsRefused: 4_000 });
    expect(of(compareWithPeers(one, [one, ...others.slice(0, 4)]), 'refusal_share')).toMatchObject({
      peers: null,
      rank: null,
      deviates: false,
    });
  });

  it('is not moved by a few bad peers', () => {
    const bad = peers(6, () => ({ accountCallsRefused: 4_000 }));
    const odd = clientWith({ client: 'odd', accountCallsRefused: 900 });
    const comparison = of(compareWithPeers(odd, [...others, ...bad, odd]), 'refusal_share');
    expect(comparison?.deviates).toBe(true);
  });
});
