import { type LogFormat } from '../log-format.js';
import { combined } from './combined.js';

/** `client - - [22/Nov/2026:22:00:00 +0100] "`: from the first space to the quote. */
const NOBODY = ' - - [';
const TIME_LENGTH = 26;

/**
 * Nearly every line of most estates, recognised before all other formats because it can be none of them: a
 * client, no user, a time with a zone, and a quoted text at the end.
 */
export const usualCombined: LogFormat = {
  ...combined,
  recognises: (line) => {
    const space = line.indexOf(' ');
    const bracket = space + NOBODY.length + TIME_LENGTH;
    return (
      line.charCodeAt(line.length - 1) === 34 &&
      line.charCodeAt(bracket) === 93 &&
      line.startsWith(NOBODY, space) &&
      line.startsWith('] "', bracket)
    );
  },
};
