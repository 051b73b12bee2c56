import { describe, expect, it } from '@jest/globals';
import { type CheckedTarget } from '#libs/enforcement';
import pc from 'picocolors';
import { renderChecked, renderReleased } from './render-targets.js';

const plain = pc.createColors(false);
const CHECKED: CheckedTarget = {
  type: 'push-check',
  target: 'shop',
  kind: 'aws_waf',
  held: 3,
  wanted: 12_000,
  dropped: 2_000,
  leftOut: { simulated: 4, not_public: 1 },
  heldBack: 'grown',
  requests: ['UpdateIPSet four: 10000 addresses'],
  failure: null,
};

describe(renderChecked.name, () => {
  it('says what would be sent, what is not, and why', () => {
    expect(renderChecked(CHECKED, plain).split('\n')).toEqual([
      'shop (aws_waf)',
      '  entries of ours: 3, to be: 12,000',
      '  2,000 do not fit; the worthiest stay',
      '  left out: simulated 4, not_public 1',
      '  would send: UpdateIPSet four: 10000 addresses',
      '  would wait until a second cycle asks for the same: grown',
    ]);
  });

  it('says when there is nothing to send, and when it cannot tell', () => {
    const inStep = { ...CHECKED, dropped: 0, leftOut: {}, heldBack: null, requests: [] };
    expect(renderChecked(inStep, plain)).toContain('nothing to send');
    const failure = { code: 'DENIED', message: 'check the credentials\u001b[2J' };
    const text = renderChecked({ ...inStep, failure }, plain);
    expect(text).toContain('DENIED: check the credentials·[2J');
    expect(text).not.toContain('nothing to send');
  });
});

describe(renderReleased.name, () => {
  it('says what was taken out', () => {
    const { target, kind, requests } = CHECKED;
    const released = { type: 'push-release', target, kind, requests, held: 3, left: 0 } as const;
    expect(renderReleased({ ...released, failure: null }, plain)).toBe(
      'shop (aws_waf)\n  entries of ours: 3 before, 0 now\n  sent: UpdateIPSet four: 10000 addresses',
    );
  });
});
