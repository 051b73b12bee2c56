import { describe, expect, it } from '@jest/globals';
import { readPolicy } from './read-policy.js';

const read = (status: unknown): ReturnType<typeof readPolicy> =>
  readPolicy({ version: '1', enforcement_marker: { status } });

describe('the marker of our own answers', () => {
  it('is a list of statuses', () => {
    const { policy, problems } = read([460, 418, 418]);
    expect(problems).toEqual([]);
    expect(policy.ownStatuses).toEqual([418, 460]);
  });

  it.each([200, 302, 404, 401, 500, 600, 'x'])(
    'is not %s, which sites give by themselves',
    (status) => {
      const { policy, problems } = read([status]);
      expect(policy.ownStatuses).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );
});
