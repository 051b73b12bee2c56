import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePushFile } from '../../apps/push/src/file/load-push-file.js';
import { TARGET_KINDS } from '../../apps/push/src/targets/target-kinds.js';

const folder = join(import.meta.dirname, '../../docs/operations');
const read = (page: string): string => readFileSync(join(folder, page), 'utf8');

/** Every example of a PUSH_FILE in the pages, with the page it stands in. */
const examples = readdirSync(folder).flatMap((page) => {
  if (!page.endsWith('.md')) return [];
  const found = [...read(page).matchAll(/<!-- example-push -->\s*```yaml\n([^]*?)```/g)];
  return found.map(([, text = '']) => ({ page, text }));
});

describe('the examples of a PUSH_FILE', () => {
  it.each(examples)('$page: loads as it stands there', ({ page, text }) => {
    expect(parsePushFile(text, page).targets.length).toBeGreaterThan(0);
  });

  it('show every kind of target', () => {
    const shown = examples.flatMap(({ page, text }) =>
      parsePushFile(text, page).targets.map(({ kind }) => kind.kind),
    );
    expect(new Set(shown)).toEqual(new Set(TARGET_KINDS.map(({ kind }) => kind)));
  });

  it('the pages tell every setting that all targets have', () => {
    const page = read('enforce-with-aws-waf.md');
    const settings = ['actions', 'sites', 'every', 'max_entries', 'widen_ipv6', 'limits'];
    expect(settings.filter((one) => !page.includes(`| \`${one}\``))).toEqual([]);
  });
});
