import { plainToInstance } from 'class-transformer';
import { readFileSync } from 'node:fs';
import { checkSource, type SourceFault } from './check-source.js';
import { describedSourceOf } from './described-source-of.js';
import { type DescribedSource } from './described-source.js';
import { asList } from './list-rules.js';
import { parseSourceDocument, type SourceDocument } from './source-document.js';
import { SourceDescription } from './source-description.js';
import { type SourceProblem, SourcesError } from './sources-error.js';

/**
 * The sources that a YAML or JSON file describes under `sources`; see docs/operations/sources.md.
 *
 * @throws SourcesError SOURCES_UNREADABLE, or SOURCES_INVALID with everything that is wrong by file, line and field
 */
export function loadSources(path: string): DescribedSource[] {
  return parseSources(readText(path), path);
}

/** The same for a text that was read already; the path is for messages. */
export function parseSources(text: string, path: string): DescribedSource[] {
  const document = parseSourceDocument(text);
  if (document.problems.length > 0) throw SourcesError.invalid(path, document.problems);
  const descriptions = descriptionsIn(document, path);
  const faults = [
    ...descriptions.flatMap((description, index) => faultsAt(index, description)),
    ...repeated(descriptions, 'name', ({ name }) => [name]),
    ...repeated(descriptions, 'topics', ({ topics }) => asList(topics)),
  ];
  if (faults.length > 0)
    throw SourcesError.invalid(
      path,
      faults.map((fault) => problemOf(fault, document)),
    );
  return descriptions.map(describedSourceOf);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new SourcesError(
      'SOURCES_UNREADABLE',
      `The description of the sources, ${path}, cannot be read (${code}). Check the path and who may read it.`,
    );
  }
}

function descriptionsIn(document: SourceDocument, path: string): SourceDescription[] {
  const { content } = document;
  const problems: SourceProblem[] = [];
  const refuse = (at: (string | number)[], problem: string): void => {
    problems.push(problemOf({ path: at, problem }, document));
  };
  if (!isRecord(content)) refuse([], 'must have the key sources: a list of sources');
  else {
    for (const key of Object.keys(content)) {
      if (key !== 'sources') refuse([key], 'is no setting; the only one here is sources');
    }
    if (!Array.isArray(content['sources']) || content['sources'].length === 0)
      refuse(['sources'], 'must be a list with at least one source');
    else
      content['sources'].forEach((source, index) => {
        if (!isRecord(source)) refuse(['sources', index], 'must be a source: name, format, ...');
      });
  }
  if (problems.length > 0) throw SourcesError.invalid(path, problems);
  const { sources } = withoutGaps(content, DEEPEST) as { sources: object[] };
  return plainToInstance(SourceDescription, sources, { exposeUnsetFields: false });
}

/** Deeper than any setting goes; an alias may hold itself. */
const DEEPEST = 8;

/** Without the keys that have no value, which count as left out. */
function withoutGaps(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => withoutGaps(item, depth - 1));
  const given = Object.entries(value).filter(
    ([key, inner]) => inner !== null && key !== '__proto__',
  );
  return Object.fromEntries(given.map(([key, inner]) => [key, withoutGaps(inner, depth - 1)]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function faultsAt(index: number, description: SourceDescription): SourceFault[] {
  return checkSource(description).map(({ path, problem }) => ({
    path: ['sources', index, ...path],
    problem,
  }));
}

/** Names and topics belong to one source each. */
function repeated(
  descriptions: readonly SourceDescription[],
  setting: 'name' | 'topics',
  valuesOf: (description: SourceDescription) => readonly unknown[],
): SourceFault[] {
  const seen = new Set<unknown>();
  return descriptions.flatMap((description, index) =>
    valuesOf(description).flatMap((value, item) => {
      if (typeof value !== 'string' || !seen.has(value)) {
        seen.add(value);
        return [];
      }
      const isItem = setting === 'topics' && Array.isArray(description.topics);
      const path = ['sources', index, setting, ...(isItem ? [item] : [])];
      return [{ path, problem: 'is another source’s already; each has its own' }];
    }),
  );
}

function problemOf({ path, problem }: SourceFault, document: SourceDocument): SourceProblem {
  const field = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${printable(step)}`))
    .join('');
  return { line: document.lineOf(path), field: field.replace(/^\./, ''), problem };
}

/** A key as it may be shown: it may be anything. */
const printable = (key: string): string => key.slice(0, 64).replace(/[^\w.$()-]/g, '·');
