import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { encodeVerdict } from '#libs/enforcement';
import { advanceVerdict, defaultPolicy, traceJudgement } from '#libs/intent';
import { estateWith } from '../../libs/intent/src/testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from '../../libs/intent/src/testing/ordinary-visitor.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Case extends VisitorSketch {
  readonly estate?: Parameters<typeof estateWith>[0];
}

/** The message that the code makes of a golden case. */
function verdictOf(folder: string): object {
  const golden = JSON.parse(read(`test/cases/${folder}/case.json`)) as Case;
  const estate = estateWith(golden.estate ?? {});
  const judgement = traceJudgement({ address: visitorFrom(golden), agents: [], place: 0 }, estate);
  const { state } = advanceVerdict(null, judgement, estate.to, defaultPolicy);
  return encodeVerdict(state, judgement, {
    verdictId: '',
    tenant: 'default',
    windowFrom: estate.from,
    asOf: estate.to,
    query: 'visitor-features@1',
    snapshot: '',
    model: '',
    policy: defaultPolicy,
  });
}

/** What source files under a folder match, first groups, distinct. */
function namesIn(folders: readonly string[], file: RegExp, name: RegExp): string[] {
  const texts = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => file.test(path) && !path.endsWith('.spec.ts'))
      .map((path) => read(join(folder, path))),
  );
  const found = texts.flatMap((text) => [...text.matchAll(name)].map(([, one]) => String(one)));
  return [...new Set(found)];
}

describe('what the pages say of the code', () => {
  it('shows in the README the verdict that the code gives', () => {
    const [, json = '{}'] =
      /<!-- example-verdict[^>]*-->\s*```json\n([^]*?)```/.exec(read('README.md')) ?? [];
    const shown = JSON.parse(json) as { reasons: readonly object[] };
    const { reasons, ...rest } = shown;
    const message = verdictOf('intent-low-and-slow-login') as { reasons: readonly object[] };
    expect(message).toMatchObject(rest);
    expect(message.reasons.slice(0, reasons.length)).toEqual(reasons);
  });

  it('names every environment variable in install.md', () => {
    const variables = namesIn(
      ['apps', 'libs'],
      /-config\.ts$/,
      /^ {2}(?:override )?readonly ([A-Z][A-Z_]+)[!?]?:/gm,
    );
    expect(variables.length).toBeGreaterThan(25);
    const page = read('docs/operations/install.md');
    expect(variables.filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  });

  it('names every metric in run-and-watch.md', () => {
    const whole = namesIn(['apps'], /metrics\.ts$/, /'(wherefore_\w+)'/g);
    const ingest = namesIn(['apps/ingest'], /metrics\.ts$/, /(?:counter|gauge)\(\s*'(\w+)'/g).map(
      (name) => `wherefore_ingest_${name}`,
    );
    const page = read('docs/operations/run-and-watch.md');
    expect(whole.length).toBeGreaterThan(10);
    expect(ingest.length).toBeGreaterThan(10);
    expect([...whole, ...ingest].filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  });
});
