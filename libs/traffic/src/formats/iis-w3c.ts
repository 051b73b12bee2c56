import { type LineContext } from '../line-context.js';
import { type LogFormat } from '../log-format.js';
import { beginAsIis, FIRST_IIS_WORDS, guessIisFields } from '../scan/iis-fields.js';
import { isDirective } from '../scan/w3c-directive.js';
import { createW3cReader } from '../scan/w3c-reader.js';
import { type W3cDialect } from '../scan/w3c-record.js';
import { isDate, isTimeOfDay } from '../scan/w3c-shapes.js';
import { plainWords, quotedWords, unquotedWord } from '../scan/w3c-words.js';

/**
 * The W3C extended log file format as IIS, HTTP.sys, NetScaler, Imperva (Incapsula), Tomcat and others
 * write it; the time is the end of the request, UTC. Sizes are totals with headers, `time-taken` is
 * milliseconds unless it has a fraction or NetScaler wrote it.
 */
export const iisW3c: LogFormat = {
  name: 'iis_w3c',
  recognises: (line, context) => {
    if (isDirective(line)) return true;
    if (context.fields.length > 0) return followsHeader(line, context.fields);
    return line.charCodeAt(4) === DASH && beginAsIis(plainWords(line, FIRST_IIS_WORDS));
  },
  createReader: (source) => {
    const utcOffsetMinutes = source.utcOffsetMinutes ?? 0;
    const iis: W3cDialect = { encoding: 'plus', timeTakenIn: 'ms', utcOffsetMinutes };
    const netScaler: W3cDialect = { ...iis, timeTakenIn: 's' };
    return createW3cReader(
      source,
      (context) => (isNetScaler(context) ? netScaler : iis),
      guessIisFields,
    );
  },
};

/** NSWL writes `#Software: Netscaler Web Logging(NSWL)`. */
function isNetScaler({ software }: LineContext): boolean {
  return software?.toLowerCase().includes('netscaler') ?? false;
}

const DASH = 45;

/** Whether date and time stand where the header names them. */
function followsHeader(line: string, fields: readonly string[]): boolean {
  const names = fields.map((name) => name.toLowerCase());
  const words = line.includes('"') ? quotedWords(line) : plainWords(line);
  const hasTime = hasAt(words, names, 'time', isTimeOfDay);
  return hasTime && hasAt(words, names, 'date', isDate);
}

function hasAt(
  words: readonly string[],
  names: readonly string[],
  column: string,
  shape: (word: string) => boolean,
): boolean {
  const at = names.findIndex((name) => name === column || name === `${column}-local`);
  return at < 0 || shape(unquotedWord(words[at] ?? ''));
}
