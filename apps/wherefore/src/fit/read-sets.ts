import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { CliError } from '../cli-error.js';
import { type LabelledSet } from './labelled-set.js';

/**
 * Reads a list of labelled sets: YAML or JSON, a list of `{name, labels, files, format?, field_map?,
 * family?}`. Paths are taken
 * from the folder of the list.
 * @throws CliError SETS_UNREADABLE, naming every field that is wrong
 */
export async function readSets(path: string): Promise<LabelledSet[]> {
  const list = await parsed(path);
  const problems: string[] = [];
  const folder = dirname(resolve(path));
  const sets = list.map((entry, i) => setFrom(entry, `sets[${i}]`, folder, problems));
  const names = sets.map(({ name }) => name);
  const again = names.filter((name, i) => names.indexOf(name) !== i);
  if (again.length > 0) problems.push(`the name ${again.join(', ')} is there twice`);
  if (problems.length > 0) throw unreadable(problems.join('; '));
  return sets;
}

async function parsed(path: string): Promise<readonly unknown[]> {
  try {
    const list: unknown = parse(await readFile(path, 'utf8'));
    if (Array.isArray(list) && list.length > 0) return list as unknown[];
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  throw unreadable('it has to be a list of sets');
}

function setFrom(entry: unknown, place: string, folder: string, problems: string[]): LabelledSet {
  const fields: Record<string, unknown> =
    typeof entry === 'object' && entry !== null ? { ...entry } : {};
  const text = (name: string, otherwise?: string): string => {
    const value = fields[name] ?? otherwise;
    if (isText(value)) return value;
    problems.push(`${place}.${name} has to be text`);
    return '';
  };
  const files: unknown = fields['files'];
  const isFiles = Array.isArray(files) && files.length > 0 && files.every(isText);
  if (!isFiles) problems.push(`${place}.files has to be a list of paths`);
  const name = text('name');
  const fieldMap = fields['field_map'] === undefined ? undefined : text('field_map');
  return {
    name,
    family: text('family', name || place),
    labels: resolve(folder, text('labels')),
    files: isFiles ? files.map((file) => resolve(folder, file)) : [],
    format: text('format', 'auto'),
    fieldMap: fieldMap === undefined ? undefined : resolve(folder, fieldMap),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const unreadable = (why: string): CliError =>
  new CliError('SETS_UNREADABLE', `The list of labelled sets cannot be read: ${why}.`);
