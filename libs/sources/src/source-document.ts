import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Pair,
  type ParsedNode,
  type Scalar,
  visit,
} from 'yaml';
import { type SourceProblem } from './sources-error.js';

/** A description as it is written: its values, and where each of them stands. */
export interface SourceDocument {
  readonly content: unknown;
  /** What is wrong with the text itself. */
  readonly problems: readonly SourceProblem[];
  /** The line of a key or an item; of what holds it, where it is not there. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads YAML, and JSON, which is YAML. */
export function parseSourceDocument(text: string): SourceDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = [
    ...document.errors.map(({ code, pos }) => ({ offset: pos[0], problem: wordingOf(code) })),
    ...unresolvedAliases(document),
  ];
  const problems = faults.map(({ offset, problem }) => ({
    line: lineAt(offset),
    field: '',
    problem,
  }));
  return {
    content: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES }),
    problems,
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

/** An alias in each setting of a few hundred sources. */
const MOST_ALIASES = 10_000;

function unresolvedAliases(document: Document.Parsed): { offset: number; problem: string }[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets.map((offset) => ({ offset, problem: 'this alias has no anchor above it' }));
}

/** Only what kind of mistake it is: the parser's own texts quote the file. */
function wordingOf(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands here for the second time';
  return `is neither YAML nor JSON (${code.toLowerCase().replaceAll('_', ' ')})`;
}

function offsetOf(root: ParsedNode | null, path: readonly (string | number)[]): number {
  let offset = root?.range[0] ?? 0;
  let node: unknown = root;
  for (const step of path) {
    const place = isMap(node) ? pairOf(node.items, step) : itemOf(node, step);
    if (place === undefined) return offset;
    offset = place.offset;
    node = place.node;
  }
  return offset;
}

interface Place {
  readonly offset: number;
  readonly node: unknown;
}

function pairOf(pairs: readonly Pair[], key: string | number): Place | undefined {
  const pair = pairs.find((one) => isScalar(one.key) && String(one.key.value) === String(key));
  if (pair === undefined) return undefined;
  return { offset: (pair.key as Scalar).range?.[0] ?? 0, node: pair.value };
}

function itemOf(node: unknown, index: string | number): Place | undefined {
  const item = isSeq(node) ? (node.items[Number(index)] as ParsedNode | undefined) : undefined;
  return item === undefined ? undefined : { offset: item.range[0], node: item };
}
