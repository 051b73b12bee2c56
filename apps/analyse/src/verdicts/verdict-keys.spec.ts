import { describe, expect, it } from '@jest/globals';
import { type Judgement } from '#libs/intent';
import { verdictKeys } from './verdict-keys.js';

const guilty = { stance: 'malicious', class: 'OAT-011' } as const;
const unknown = { stance: 'unknown', class: null } as const;

function judged(
  keyType: Judgement['keyType'],
  key: string,
  address: string,
  intent: Judgement['intent'] = guilty,
): Judgement {
  return { keyType, key, intent, features: { address } } as unknown as Judgement;
}

const kept = (...judgements: Judgement[]): string[] =>
  verdictKeys(judgements, ({ intent }) => intent.stance === 'malicious').map(({ key }) => key);

const inside = [
  judged('address', '2001:db8::7', '2001:db8::7'),
  judged('address_user_agent', '2001:db8::7|curl', '2001:db8::7'),
];
const outside = judged('address', '2001:db8:0:1::7', '2001:db8:0:1::7');

describe(verdictKeys.name, () => {
  it('lets a condemned prefix stand for everybody there', () => {
    const prefix = judged('prefix', '2001:db8::/64', '2001:db8::7');
    expect(kept(...inside, outside, prefix)).toEqual(['2001:db8:0:1::7', '2001:db8::/64']);
  });

  it('lets the addresses of any other prefix stand for themselves', () => {
    const prefix = judged('prefix', '2001:db8::/64', '2001:db8::7', unknown);
    expect(kept(...inside, prefix)).toEqual(['2001:db8::7', '2001:db8::/64']);
  });
});
