import { readFileSync } from 'node:fs';
import { type Policy, readPolicy } from '#libs/intent';
import { parseSourceDocument } from './source-document.js';
import { type SourceProblem, SourcesError } from './sources-error.js';

/**
 * The policy of a YAML or JSON file. What the file leaves out is as in the default policy.
 * @throws SourcesError SOURCES_UNREADABLE, or SOURCES_INVALID with everything that is wrong by line and field, never a value
 */
export function loadPolicy(path: string): Policy {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const message = `The policy, ${path}, cannot be read (${code}). Check the path and who may read it.`;
    throw new SourcesError('SOURCES_UNREADABLE', message);
  }
  return parsePolicy(text, path);
}

/** The same for a text that was read already; the path is for messages. */
export function parsePolicy(text: string, path: string): Policy {
  const document = parseSourceDocument(text);
  if (document.problems.length > 0)
    throw SourcesError.invalid(path, document.problems, 'the policy');
  const { policy, problems } = readPolicy(document.content);
  if (problems.length === 0) return policy;
  const located = problems.map(({ path: place, problem }): SourceProblem => ({
    line: document.lineOf(place),
    field: fieldOf(place),
    problem,
  }));
  throw SourcesError.invalid(path, located, 'the policy');
}

/** `rules[2].action`. */
function fieldOf(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
