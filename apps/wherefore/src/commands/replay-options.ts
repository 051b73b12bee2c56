import { LOG_FORMAT_NAMES } from '#libs/traffic';
import { type Command, Option } from 'commander';
import { wholeNumber } from '../option-values.js';

/** What every command that judges log files takes. */
export interface ReplayOptions {
  readonly format: string;
  readonly fieldMap?: string;
  readonly step: number;
  readonly verbose?: true;
}

/** How the lines are to be read. */
export const addReadingOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <name>', 'format of the lines; auto guesses line by line')
        .choices(['auto', ...LOG_FORMAT_NAMES])
        .default('auto'),
    )
    .option('--field-map <json>', 'file that says under which keys a JSON log keeps what');

/** How often is judged, and what is said about it. */
export const addJudgingOptions = (command: Command): Command =>
  command
    .option(
      '--step <minutes>',
      'judge at the end of each step of event time',
      wholeNumber(1, 1440),
      240,
    )
    .option('--verbose', "show the processes' own logs");
