import { type MessageBudget } from '../message-budget.js';

/** The object, array or text that a line is in JSON; undefined where it is none, or longer than may be parsed. */
export function parseJson(line: string, budget: MessageBudget): unknown {
  if (!beginsLikeJson(line) || !budget.allowsDocument(line)) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    budget.spendParsed(line.length);
    return value;
  } catch {
    return undefined;
  }
}

const SPACE = 32;
const QUOTE = 34;
const OPEN_BRACKET = 91;
const OPEN_BRACE = 123;

/** `{`, `"`, or `[` with something behind it that is no date. */
function beginsLikeJson(line: string): boolean {
  let at = 0;
  while (line.charCodeAt(at) <= SPACE) at++;
  const code = line.charCodeAt(at);
  return code === OPEN_BRACE || code === QUOTE || (code === OPEN_BRACKET && isArray(line, at));
}

function isArray(line: string, start: number): boolean {
  let at = start + 1;
  while (line.charCodeAt(at) <= SPACE) at++;
  return '[]{"'.includes(line.charAt(at)) && at < line.length;
}
