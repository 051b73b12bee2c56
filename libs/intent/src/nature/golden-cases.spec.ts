import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { judgeVisitor } from '../decision/judge-visitor.js';
import { estateWith } from '../testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from '../testing/ordinary-visitor.js';

interface Case extends VisitorSketch {
  readonly story: string;
  readonly estate?: Parameters<typeof estateWith>[0];
  readonly expected: {
    /** Any of these. */
    readonly nature: readonly string[];
    readonly stance: readonly string[];
    readonly because: readonly string[];
    /** Reasons that must not be given. */
    readonly not?: readonly string[];
  };
}

const root = join(import.meta.dirname, '../../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('nature-'));

describe('golden cases of nature', () => {
  it.each(folders)('%s', (folder) => {
    const golden = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as Case;
    const judgement = judgeVisitor(visitorFrom(golden), estateWith(golden.estate ?? {}));
    const { expected } = golden;
    const codes: string[] = judgement.evidence.map(({ code }) => code);
    expect(expected.nature).toContain(judgement.nature);
    expect(expected.stance).toContain(judgement.intent.stance);
    expect(codes).toEqual(expect.arrayContaining([...expected.because]));
    for (const code of expected.not ?? []) expect(codes).not.toContain(code);
  });
});
