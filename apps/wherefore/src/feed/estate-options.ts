import { type EstateOptions, EVASIONS } from '#libs/simulator';
import { type Command } from 'commander';
import { evasionList, threatList } from './attack-values.js';
import { instant, positiveNumber, wholeNumber } from '../option-values.js';

/** A Monday, so that the simulated week begins with a working day; past on any clock, since events of the future are suspect. */
const SIMULATION_START = Date.parse('2025-03-03T00:00:00Z');

/** What the simulator is asked for on the command line. */
export type EstateFlags = EstateOptions;

/** Adds --seed, --hours, --scale, --start, --classes and --evasion. */
export function addEstateFlags(command: Command, hours = 24, scale = 1): Command {
  return command
    .option('--seed <n>', 'the same seed gives the same log', wholeNumber(0), 1)
    .option('--hours <h>', 'length of the simulated time', wholeNumber(1, 24 * 365), hours)
    .option(
      '--scale <s>',
      'size of the estate; 1 is about 370,000 requests a day',
      positiveNumber,
      scale,
    )
    .option('--start <time>', 'first instant of the simulated time', instant, SIMULATION_START)
    .option(
      '--classes <list>',
      'attackers of these OWASP automated threats only (OAT-008,OAT-021 or all)',
      threatList,
    )
    .option(
      '--evasion <list>',
      `attackers at these levels of evasion only (${EVASIONS.join(', ')} or all)`,
      evasionList,
    );
}
