import { describe, expect, it } from '@jest/globals';
import { foldsOf } from './judge-five-fold.js';

const rows = Array.from({ length: 50 }, (_, index) => {
  const isPerson = index % 2 === 0;
  return `192.0.2.${index},${isPerson ? 'human,person' : 'bad_bot,scraper'}`;
});
const log = {
  name: 'small',
  variant: 'plain',
  logs: [],
  labels: ['visitor,label,class', ...rows].join('\n'),
  arguments: [],
} as const;

describe(foldsOf.name, () => {
  const folds = foldsOf(log);

  it('puts every visitor into one of five, with the same mix in each', () => {
    const sizes = new Map<string, number>();
    for (const [visitor, fold] of folds) {
      const kind = Number(visitor.split('.').at(-1)) % 2 === 0 ? 'person' : 'bot';
      sizes.set(`${fold} ${kind}`, (sizes.get(`${fold} ${kind}`) ?? 0) + 1);
    }
    expect(folds.size).toBe(50);
    expect([...sizes.values()]).toEqual(Array.from({ length: 10 }, () => 5));
  });

  it('depends on the visitors alone, not on their order', () => {
    const reversed = ['visitor,label,class', ...rows.toReversed()].join('\n');
    const again = foldsOf({ ...log, labels: reversed });
    expect([...folds].every(([visitor, fold]) => again.get(visitor) === fold)).toBe(true);
  });
});
