import { loadSources } from '#libs/sources';
import { type LogFormatName, type Source } from '#libs/traffic';
import { CliError } from '../cli-error.js';

export interface SourceChoice {
  /** Of lines that belong to no described source. */
  readonly format: LogFormatName | 'auto';
  /** The file that describes the sources. */
  readonly sources?: string;
  /** The name of one of them. */
  readonly source?: string;
}

/**
 * The source that lines are read as: one of a description, or one that knows its format only.
 *
 * @throws CliError SOURCE_NOT_CHOSEN, SourcesError
 */
export function chosenSource({ format, sources, source }: SourceChoice): Source {
  if (sources !== undefined) return sourceNamed(loadSources(sources), source);
  if (source === undefined) return { name: 'sample', format };
  throw new CliError('SOURCE_NOT_CHOSEN', '--source names a source of a file: add --sources FILE.');
}

/** The source of that name, or the only one there is. @throws CliError SOURCE_NOT_CHOSEN */
export function sourceNamed<Named extends Source>(
  sources: readonly Named[],
  name: string | undefined,
): Named {
  const [only] = sources;
  const found =
    name === undefined && sources.length === 1 ? only : sources.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = sources.map((one) => one.name).join(', ');
  throw new CliError(
    'SOURCE_NOT_CHOSEN',
    `Say with --source which one the lines are of: ${names}.`,
  );
}
