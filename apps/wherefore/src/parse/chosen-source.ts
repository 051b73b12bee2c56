import { type LogFormatName, type Source } from '#libs/traffic';

export interface SourceChoice {
  readonly format: LogFormatName | 'auto';
  readonly sources?: string;
  readonly source?: string;
}

/** The source that lines are read as: one of a description, or one that knows its format only. */
export function chosenSource({ format }: SourceChoice): Source {
  return { name: 'cli', format };
}
