import { percentDecode } from '../percent-decode.js';

/** Characters of a target that are looked at. */
const LONGEST = 8_192;

/**
 * Compiles `/accounts/{account}`: takes the segment in braces out of every path that begins like the template, decoded once.
 * `*` stands for any one segment; `''` for other paths. The target may be an absolute URL and have a query.
 */
export function compilePathPart(template: string): (target: string) => string {
  const wanted = template.split('/').slice(1);
  const position = wanted.findIndex(isPart);
  if (position < 0) return () => '';
  return (target) => {
    const segments = pathOf(target)
      .split('/', wanted.length + 1)
      .slice(1);
    const fits = wanted.every(
      (part, index) => part === '*' || isPart(part) || segments[index] === part,
    );
    return fits ? percentDecode(segments[position] ?? '') : '';
  };
}

const isPart = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');

function pathOf(target: string): string {
  const text = target.slice(0, LONGEST);
  const question = text.indexOf('?');
  const url = question < 0 ? text : text.slice(0, question);
  const slashes = url.startsWith('/') ? -1 : url.indexOf('://');
  if (slashes < 0) return url;
  const path = url.indexOf('/', slashes + 3);
  return path < 0 ? '/' : url.slice(path);
}
