import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ClientFigures } from './client-figures.js';
import { judgeSubVisitor } from './judge-sub-visitor.js';
import { type SubVisitor } from './sub-visitor.js';
import { contextWith, subVisitorWith } from './testing/ordinary-client.js';

interface Case {
  readonly story: string;
  readonly subVisitor: Partial<SubVisitor>;
  readonly client?: Partial<ClientFigures>;
  readonly company?: readonly Partial<SubVisitor>[];
  readonly expected: {
    readonly stance: string;
    readonly class: string | null;
    readonly because: readonly string[];
  };
}

const root = join(import.meta.dirname, '../../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('client-'));

describe('golden cases of those behind API clients', () => {
  it.each(folders)('%s', (folder) => {
    const golden = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as Case;
    const company = (golden.company ?? []).map((one) => subVisitorWith(one));
    const one = subVisitorWith(golden.subVisitor);
    const { intent, evidence } = judgeSubVisitor(
      one,
      contextWith(golden.client, [one, ...company]),
    );
    expect({ stance: intent.stance, class: intent.class }).toEqual({
      stance: golden.expected.stance,
      class: golden.expected.class,
    });
    expect(evidence.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...golden.expected.because]),
    );
  });
});
