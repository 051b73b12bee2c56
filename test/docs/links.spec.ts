import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.wherefore']);

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** A page without code, in which nothing is a link. */
function proseOf(page: string): string {
  return readFileSync(page, 'utf8').replace(/^```[^]*?^```/gm, '');
}

/** Targets of `[text](target)`, as they stand there. */
function linksOf(page: string): string[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => String(target));
}

/** Anchors that GitHub makes of the headings. */
function anchorsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor = ''] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return true;
  return anchor !== '' && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
}

const pages = pagesIn(root).map((page) => relative(root, page));

describe('links between pages and to files', () => {
  it('finds the pages', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md']));
    expect(linksOf(join(root, 'README.md')).length).toBeGreaterThan(10);
  });

  it.each(pages)('%s links to what exists', (page) => {
    const path = join(root, page);
    const relativeLinks = linksOf(path).filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
    expect(relativeLinks.filter((link) => isBroken(path, link))).toEqual([]);
  });
});
