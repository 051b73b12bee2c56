import { readFileSync } from 'node:fs';
import { PATH_ROLES, type PathRole, type PathRoleRule } from '#libs/traffic';
import { parseSourceDocument, type SourceDocument } from './source-document.js';
import { type SourceProblem, SourcesError } from './sources-error.js';

const KEYS = ['site', 'path', 'role'] as const;

/**
 * The rules of a YAML or JSON file that says what places are for:
 *
 *     roles:
 *       - { site: bank.example, path: /ib/giris, role: login }
 *       - { path: /urun/*, role: item }          # every site
 *
 * The first rule that names a place holds. Rules win over names and over what is learned.
 * @throws SourcesError SOURCES_UNREADABLE, or SOURCES_INVALID with everything that is wrong by line and field
 */
export function loadRoleRules(path: string): PathRoleRule[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const message = `The rules for path roles, ${path}, cannot be read (${code}). Check the path and who may read it.`;
    throw new SourcesError('SOURCES_UNREADABLE', message);
  }
  return parseRoleRules(text, path);
}

/** The same for a text that was read already; the path is for messages. */
export function parseRoleRules(text: string, path: string): PathRoleRule[] {
  const document = parseSourceDocument(text);
  if (document.problems.length > 0) throw SourcesError.invalid(path, document.problems);
  const { content } = document;
  const rules = isRecord(content) ? content['roles'] : undefined;
  const problems: SourceProblem[] = Array.isArray(rules)
    ? rules.flatMap((rule, index) => problemsOf(rule, index, document))
    : [{ line: 1, field: 'roles', problem: 'must be a list of rules: site, path, role' }];
  if (problems.length > 0) throw SourcesError.invalid(path, problems);
  return (rules as Record<string, string>[]).map(({ site = '*', path: place = '', role }) => ({
    site,
    place,
    role: role as PathRole,
  }));
}

function problemsOf(rule: unknown, index: number, document: SourceDocument): SourceProblem[] {
  const problem = (key: string, text: string): SourceProblem => ({
    line: document.lineOf(['roles', index, ...(key === '' ? [] : [key])]),
    field: `roles[${index}]${key === '' ? '' : `.${key}`}`,
    problem: text,
  });
  if (!isRecord(rule)) return [problem('', 'must be a rule: site, path, role')];
  const unknown = Object.keys(rule).filter((key) => !KEYS.some((known) => known === key));
  const { site, path, role } = rule;
  return [
    ...unknown.map((key) => problem(key, `is no setting; there are ${KEYS.join(', ')}`)),
    ...(site === undefined || isText(site) ? [] : [problem('site', 'must be a host, or left out')]),
    ...(isText(path) && path.startsWith('/')
      ? []
      : [problem('path', 'must be a path that begins with /, as `wherefore roles` prints it')]),
    ...(PATH_ROLES.some((known) => known === role)
      ? []
      : [problem('role', `must be one of ${PATH_ROLES.join(', ')}`)]),
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
