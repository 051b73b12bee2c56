import { describe, expect, it } from '@jest/globals';
import { appealCase } from './appeal-case.js';
import { appealLabels } from './appeal-labels.js';

describe('what is learnt from a mistake', () => {
  it('is a golden case that must not be called malicious, without who it was', () => {
    const golden = appealCase(
      { reason: 'our own monitoring', codes: ['PROBE_EXPLOIT'] },
      { requests: 40, 'probes.exploit': 3, 'identity.agentKind': 'library', address: '192.0.2.7' },
    );
    expect(golden).toMatchObject({
      features: { requests: 40, probes: { exploit: 3 } },
      identity: { agentKind: 'library' },
      expected: { stance: 'unknown', class: null },
    });
    expect(JSON.stringify(golden)).not.toContain('192.0.2.7');
  });

  it('is a label for each address, once', () => {
    const appeal = {
      ...{ id: '1', givenAt: 0, kind: 'appeal' as const, by: '', reason: '', confirmed: true },
      ...{ codes: [], verdictId: '', verdictAt: 0 },
    } as const;
    const csv = appealLabels([
      { ...appeal, keyType: 'address', key: '192.0.2.7' },
      { ...appeal, keyType: 'address', key: '192.0.2.7' },
      { ...appeal, keyType: 'session', key: 'hash' },
    ]);
    expect(csv).toBe('visitor,label,class\n"192.0.2.7",human,appealed\n');
  });
});
