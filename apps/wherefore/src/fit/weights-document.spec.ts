import { describe, expect, it } from '@jest/globals';
import { parseFittedWeights } from '#libs/intent';
import { fitReport } from './fit-report.js';
import { type LabelledVisitor } from './labelled-visitors.js';
import { renderFit } from './render-fit.js';
import { reliabilitySvg } from './reliability-svg.js';
import { weightsDocument } from './weights-document.js';

const plain = { bold: (text: string) => text } as Parameters<typeof renderFit>[1];

function visitor(i: number, question: string, isTrue: boolean, codes: string[]): LabelledVisitor {
  return {
    set: 'log',
    family: 'log',
    label: isTrue ? 'bad_bot' : 'human',
    class: isTrue ? 'OAT-011' : '',
    requests: 9,
    question,
    group: `log 192.0.2.${i}`,
    kind: String(isTrue),
    strengths: new Map(codes.map((code) => [code, 1])) as LabelledVisitor['strengths'],
    isTrue,
  };
}

const labelled = Array.from({ length: 60 }, (_, i) => {
  const isBot = i % 3 === 0;
  return [
    visitor(i, 'nature', isBot, isBot ? ['PAGES_WITHOUT_ASSETS'] : ['FOLLOWS_LINKS']),
    visitor(i, 'OAT-011', isBot, isBot ? ['TAKES_PAGES_ONLY'] : []),
    visitor(i, 'OAT-014', false, []),
  ];
}).flat();

const report = fitReport(labelled, { purpose: 'own', folds: 5 });

describe(weightsDocument.name, () => {
  const document = weightsDocument(report, 'fitted-2026-01-31', '2026-01-31');

  it('is what WEIGHTS_FILE takes', () => {
    const weights = parseFittedWeights(JSON.stringify(document), '0a1b2c3d');
    expect(weights.version).toBe('fitted-2026-01-31@0a1b2c3d');
    expect(Object.keys(weights.weights)).toContain('TAKES_PAGES_ONLY');
    expect(Object.keys(weights.priors)).toEqual(['nature', 'OAT-011']);
    expect(weights.natureCalibration).not.toBeNull();
  });

  it('tells a reviewer old and new, support, error, sets and figures, and leaves out threats nobody was labelled with', () => {
    expect(document.weights).toContainEqual(
      expect.objectContaining({ code: 'PAGES_WITHOUT_ASSETS', old: 3.4, support: 20 }),
    );
    expect(document.sets).toEqual([{ name: 'log', people: 40, bots: 20 }]);
    expect(document.figures['nature']).toMatchObject({ f1: 1, area: 1 });
    expect(JSON.stringify(document)).not.toContain('OAT-014');
  });
});

describe(renderFit.name, () => {
  it('shows figures, reliability and weights', () => {
    const text = renderFit(report, plain);
    for (const part of ['assumed, calibrated', 'log OAT-011', '0.9–1.0', 'TAKES_PAGES_ONLY', 'ECE'])
      expect(text).toContain(part);
  });
});

describe(reliabilitySvg.name, () => {
  it('draws a dot for each bin that has visitors, and escapes its title', () => {
    const { reliability } = report.nature.fitted.all;
    const svg = reliabilitySvg('<bots & people>', reliability);
    expect(svg.match(/<circle/g)).toHaveLength(reliability.filter(({ count }) => count > 0).length);
    expect(svg).toContain('&lt;bots &amp; people&gt;');
  });
});
