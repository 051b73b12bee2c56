import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { judgeVisitor } from './decision/judge-visitor.js';
import { estateWith } from './testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from './testing/ordinary-visitor.js';

interface Case extends VisitorSketch {
  readonly story: string;
  readonly estate?: Parameters<typeof estateWith>[0];
  readonly expected: {
    /** Left out where the case is about the intent alone. */
    readonly nature?: string;
    readonly stance: string;
    readonly class: string | null;
    readonly because: readonly string[];
  };
}

const root = join(import.meta.dirname, '../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('intent-'));

describe('golden cases of intent', () => {
  it.each(folders)('%s', (folder) => {
    const golden = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as Case;
    const judgement = judgeVisitor(visitorFrom(golden), estateWith(golden.estate ?? {}));
    const { nature, intent, evidence } = judgement;
    expect({ nature, stance: intent.stance, class: intent.class }).toEqual({
      nature: golden.expected.nature ?? nature,
      stance: golden.expected.stance,
      class: golden.expected.class,
    });
    expect(evidence.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...golden.expected.because]),
    );
  });
});
