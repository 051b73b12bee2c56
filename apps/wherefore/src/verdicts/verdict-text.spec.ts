import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import { verdictText } from './verdict-text.js';

const plain = pc.createColors(false);

const message = {
  subject: { type: 'address', value: '192.0.2.7\u001b[2J' },
  action: 'block',
  intent: { stance: 'malicious', oat: ['OAT-008'], confidence: 0.99 },
  risk_score: 99,
  issued_at: '2025-03-03T04:00:00.000Z',
  expires_at: '2025-03-03T05:00:00.000Z',
  reasons: [{ text: 'failed to log in 58 times' }],
};

describe(verdictText.name, () => {
  it('tells action, visitor, intent, expiry and the weightiest reason in one line', () => {
    expect(verdictText('default/address/192.0.2.7', JSON.stringify(message), plain)).toBe(
      '2025-03-03T04:00:00  block  192.0.2.7·[2J  OAT-008 credential stuffing  risk 99 until 2025-03-03T05:00  failed to log in 58 times',
    );
  });

  it('tells that a verdict was lifted', () => {
    expect(verdictText('default/address/192.0.2.7', null, plain)).toBe(
      'lifted  default/address/192.0.2.7',
    );
  });

  it.each(['', '{', 'null', '{}', '[]', '"x"'])('survives the value %j', (value) => {
    expect(verdictText('key', value, plain)).toBe('unreadable  key');
  });
});
