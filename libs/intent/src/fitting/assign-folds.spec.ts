import { describe, expect, it } from '@jest/globals';
import { assignFolds } from './assign-folds.js';

const visitors = Array.from({ length: 50 }, (_, i) => ({
  address: `192.0.2.${i % 40}`,
  isBot: i % 40 < 10,
}));
const dealt = {
  groupOf: (v: (typeof visitors)[0]) => v.address,
  stratumOf: (v: (typeof visitors)[0]) => String(v.isBot),
};

describe(assignFolds.name, () => {
  const folds = assignFolds(visitors, 5, dealt);

  it('keeps visitors of one address together', () => {
    for (let i = 40; i < 50; i += 1) expect(folds[i]).toBe(folds[i - 40]);
  });

  it('gives every fold the same mix', () => {
    const bots = [0, 1, 2, 3, 4].map(
      (fold) => visitors.slice(0, 40).filter(({ isBot }, i) => isBot && folds[i] === fold).length,
    );
    expect(bots).toEqual([2, 2, 2, 2, 2]);
  });

  it('does not depend on the order of the visitors', () => {
    const backwards = assignFolds(visitors.toReversed(), 5, dealt).toReversed();
    expect(backwards).toEqual(folds);
  });
});
