import { describe, expect, it } from '@jest/globals';
import { MAINSTREAM_USER_AGENTS } from '../masking/mainstream-user-agents.js';
import { isListedBot } from './user-agent-list.js';

describe(isListedBot.name, () => {
  it.each(['curl/8.5.0', 'python-requests/2.31', 'Mozilla/5.0 (compatible; bingbot/2.0)', ''])(
    'knows %j',
    (userAgent) => {
      expect(isListedBot(userAgent)).toBe(true);
    },
  );

  it('knows none of the user agents that bots are masked with', () => {
    expect(MAINSTREAM_USER_AGENTS.filter(isListedBot)).toEqual([]);
    expect(new Set(MAINSTREAM_USER_AGENTS).size).toBe(MAINSTREAM_USER_AGENTS.length);
  });
});
