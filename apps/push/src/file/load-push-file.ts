import { plainToInstance } from 'class-transformer';
import { readFileSync } from 'node:fs';
import { parseBlock } from '#libs/enforcement';
import { parseSourceDocument, type SourceDocument } from '#libs/sources';
import { TARGET_KINDS } from '../targets/target-kinds.js';
import { faultsOf, type FieldFault } from './faults-of.js';
import { type DescribedTarget, type PushFile } from './push-file.js';
import { PushFileError } from './push-file-error.js';

/**
 * The targets that a YAML or JSON file describes.
 *
 * @throws PushFileError PUSH_FILE_UNREADABLE, or PUSH_FILE_INVALID with everything that is wrong by line and field
 */
export function loadPushFile(path: string): PushFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const message = `The description of the targets, ${path}, cannot be read (${code}). Check the path and who may read it.`;
    throw new PushFileError('PUSH_FILE_UNREADABLE', message);
  }
  return parsePushFile(text, path);
}

/** The same for a text that was read already; the path is for messages. */
export function parsePushFile(text: string, path: string): PushFile {
  const document = parseSourceDocument(text);
  if (document.problems.length > 0) throw PushFileError.invalid(path, document.problems);
  const { content } = document;
  const faults: FieldFault[] = [];
  const never = isRecord(content) ? neverOf(content['never'], faults) : [];
  const targets = isRecord(content) ? targetsOf(content['targets'], faults) : [];
  if (!isRecord(content)) faults.push({ path: [], problem: 'must have the key targets' });
  else
    for (const key of Object.keys(content))
      if (key !== 'never' && key !== 'targets')
        faults.push({ path: [key], problem: 'is no setting; there are never and targets' });
  if (faults.length === 0) return { never, targets };
  throw PushFileError.invalid(
    path,
    faults.map((fault) => problemOf(fault, document)),
  );
}

function neverOf(value: unknown, faults: FieldFault[]): string[] {
  if (value === undefined || value === null) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  items.forEach((item, index) => {
    if (typeof item !== 'string' || parseBlock(item) === null)
      faults.push({ path: ['never', index], problem: 'must be an address or a CIDR block' });
  });
  return items.filter((item) => typeof item === 'string');
}

function targetsOf(value: unknown, faults: FieldFault[]): DescribedTarget[] {
  if (!Array.isArray(value) || value.length === 0) {
    faults.push({ path: ['targets'], problem: 'must be a list with at least one target' });
    return [];
  }
  const targets = value.flatMap((target: unknown, index) => targetOf(target, index, faults));
  const names = targets.map(({ description }) => description.name);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      faults.push({ path: ['targets', index, 'name'], problem: 'is another target’s already' });
  });
  return targets;
}

function targetOf(value: unknown, index: number, faults: FieldFault[]): DescribedTarget[] {
  const at = ['targets', index] as const;
  if (!isRecord(value)) {
    faults.push({ path: at, problem: 'must be a target: name, kind, ...' });
    return [];
  }
  const kind = TARGET_KINDS.find((one) => one.kind === value['kind']);
  if (kind === undefined) {
    const kinds = TARGET_KINDS.map((one) => one.kind).join(', ');
    faults.push({ path: [...at, 'kind'], problem: `must be one of ${kinds}` });
    return [];
  }
  const given = Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
  const description = plainToInstance(kind.Description, given, { exposeUnsetFields: false });
  faults.push(...faultsOf(description, at));
  return [{ kind, description }];
}

function problemOf(
  { path, problem }: FieldFault,
  document: SourceDocument,
): { line: number; field: string; problem: string } {
  const field = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${printable(step)}`))
    .join('');
  return { line: document.lineOf(path), field: field.replace(/^\./, ''), problem };
}

/** A key as it may be shown: it may be anything. */
const printable = (key: string): string => key.slice(0, 64).replace(/[^\w.$()-]/g, '·');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
