import { describe, expect, it } from '@jest/globals';
import { topicLife } from './topic-life.js';

describe('topicLife', () => {
  it('takes a plain name for the first life, and a number for a later one', () => {
    expect(topicLife('access-logs')).toEqual({ topic: 'access-logs', epoch: 1 });
    expect(topicLife('a.b_c-d@12')).toEqual({ topic: 'a.b_c-d', epoch: 12 });
  });
});
