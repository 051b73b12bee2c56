import { describe, expect, it } from '@jest/globals';
import { enforcedMoments } from './enforced-moments.js';
import { ownAnswersCondition } from './own-answers-condition.js';

const verdicts = { database: 'wherefore', from: 0, to: 600_000, first: 1, last: 9 };

describe(ownAnswersCondition.name, () => {
  it('is none where no verdict was in force and nothing marks our answers', () => {
    expect(ownAnswersCondition(null, [])).toBeNull();
  });

  it('leaves out marked answers of everybody', () => {
    expect(ownAnswersCondition(null, [418])).toBe('NOT (http_response_status_code IN (418))');
  });

  it('reads no columns of keys that carry no verdict', () => {
    const keys = { moments: 'x', keyTypes: ['address'] };
    const condition = ownAnswersCondition(keys, []);
    expect(condition).toContain('client_address');
    expect(condition).not.toMatch(/session_key|api_client|user_agent/);
  });

  it('has no other numbers in it than whole ones', () => {
    expect(enforcedMoments(verdicts)).toContain('sequence <= 9');
    expect(() => enforcedMoments({ ...verdicts, last: 0.5 })).toThrow(RangeError);
    expect(() => enforcedMoments({ ...verdicts, from: -1 })).toThrow(RangeError);
  });
});
