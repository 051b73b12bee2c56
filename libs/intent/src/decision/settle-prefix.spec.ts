import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actionFor } from '../policy/decide-action.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { estateWith } from '../testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from '../testing/ordinary-visitor.js';
import { judgeAddress } from './judge-address.js';
import { judgeVisitor } from './judge-visitor.js';
import { settlePrefix } from './settle-prefix.js';

interface Case {
  readonly story: string;
  readonly estate?: Parameters<typeof estateWith>[0];
  readonly prefix: VisitorSketch;
  /** Addresses that do alike, with nothing behind them. */
  readonly members: readonly (VisitorSketch & { readonly times: number })[];
  readonly expected: {
    readonly stance: string;
    readonly class: string | null;
    readonly because: readonly string[];
    readonly people: number;
    readonly action: string;
  };
}

const root = join(import.meta.dirname, '../../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('prefix-'));

describe('golden cases of prefixes', () => {
  it.each(folders)('%s', (folder) => {
    const golden = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as Case;
    const estate = estateWith(golden.estate ?? {});
    const members = golden.members.flatMap(({ times, ...sketch }) =>
      Array.from({ length: times }, () => judgeAddress(visitorFrom(sketch), [], estate)),
    );
    const settled = settlePrefix(judgeVisitor(visitorFrom(golden.prefix), estate), members);
    const { intent, evidence, peopleSharing: people } = settled;
    const { because, ...expected } = golden.expected;
    expect({ ...intent, people, action: actionFor(settled, defaultPolicy) }).toEqual(expected);
    expect(evidence.map(({ code }) => code)).toEqual(expect.arrayContaining([...because]));
  });
});
