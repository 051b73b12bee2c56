import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estateWith } from '../testing/ordinary-estate.js';
import { visitorFrom } from '../testing/ordinary-visitor.js';
import { advanceVerdict, expireVerdict } from './advance-verdict.js';
import { type Judgement } from './judgement.js';
import { judgeVisitor } from './judge-visitor.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { type VerdictState } from './verdict-state.js';

const HOUR = 3_600_000;
const scanner = judgeVisitor(
  visitorFrom({ features: { requests: 40, probes: { exploit: 4, sensitive_file: 6 } } }),
  estateWith({}),
);
const harmless = judgeVisitor(visitorFrom({ features: { pages: 1 } }), estateWith({}));

function at(score: number): Judgement {
  return score >= 80
    ? { ...scanner, score, confidence: score / 100 }
    : { ...scanner, score, intent: { stance: 'unknown', class: null } };
}

function condemnedAt(now: number): VerdictState {
  return advanceVerdict(null, scanner, now, defaultPolicy).state;
}

describe(advanceVerdict.name, () => {
  it('condemns a malicious visitor for a limited time', () => {
    const { state, change } = advanceVerdict(null, scanner, 0, defaultPolicy);
    expect(change).toBe('condemned');
    expect(state).toMatchObject({ phase: 'condemned', action: 'block', revision: 1, offences: 1 });
    expect(state.expiresAt).toBe(HOUR);
  });

  it('says nothing twice: the same judgement again changes nothing', () => {
    const { change, state } = advanceVerdict(condemnedAt(0), scanner, 60_000, defaultPolicy);
    expect(change).toBe('none');
    expect(state.revision).toBe(1);
  });

  it('renews a verdict once half its time has passed', () => {
    const { change, state } = advanceVerdict(condemnedAt(0), scanner, HOUR / 2, defaultPolicy);
    expect(change).toBe('renewed');
    expect(state.expiresAt).toBe(1.5 * HOUR);
  });

  it('keeps a condemned visitor whose risk only dips', () => {
    expect(advanceVerdict(condemnedAt(0), at(60), 60_000, defaultPolicy).change).toBe('none');
  });

  it('lifts a verdict at once when people turn out to share the address, however high the risk', () => {
    const shared = { ...scanner, peopleSharing: 2 };
    const { change, state } = advanceVerdict(condemnedAt(0), shared, 60_000, defaultPolicy);
    expect(change).toBe('lifted');
    expect(state.action).toBe('allow');
  });

  it('lifts a verdict on a visitor whose operator is verified later', () => {
    const verified = { ...scanner, nature: 'verified_bot' as const };
    expect(advanceVerdict(condemnedAt(0), verified, 60_000, defaultPolicy).change).toBe('lifted');
  });

  it('lifts a verdict when the risk is gone', () => {
    const { change, state } = advanceVerdict(condemnedAt(0), harmless, 60_000, defaultPolicy);
    expect(change).toBe('lifted');
    expect(state).toMatchObject({ phase: 'lifted', action: 'allow', revision: 2, expiresAt: null });
  });

  it('remembers repeat offenders: the next verdict lasts twice as long', () => {
    const lifted = expireVerdict(condemnedAt(0), HOUR).state;
    const again = advanceVerdict(lifted, scanner, 2 * HOUR, defaultPolicy).state;
    expect(again.offences).toBe(2);
    expect(again.expiresAt).toBe(2 * HOUR + 2 * HOUR);
  });

  it('never flaps at the border, whatever the scores between release and condemnation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 45, max: 79 }), { maxLength: 50 }), (scores) => {
        let state = condemnedAt(0);
        for (const [i, score] of scores.entries()) {
          const step = advanceVerdict(state, at(score), i * 60_000, defaultPolicy);
          expect(['none', 'renewed']).toContain(step.change);
          state = step.state;
        }
      }),
    );
  });

  it('raises the revision by one with every change consumers hear of, and only then', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 })), (scores) => {
        let state: VerdictState | null = null;
        for (const [i, score] of scores.entries()) {
          const before = state?.revision ?? 0;
          const step = advanceVerdict(state, at(score), i * 600_000, defaultPolicy);
          expect(step.state.revision).toBe(step.change === 'none' ? before : before + 1);
          state = step.state;
        }
      }),
    );
  });
});

describe(expireVerdict.name, () => {
  it('lifts a verdict at its expiry and not before', () => {
    expect(expireVerdict(condemnedAt(0), HOUR - 1).change).toBe('none');
    expect(expireVerdict(condemnedAt(0), HOUR).change).toBe('lifted');
  });
});
