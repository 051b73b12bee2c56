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

/** `{`, `"`, or `[` with something behind it that is no date. */
const JSON_START = /^\s*(?:\{|"|\[\s*[\][{"])/;

function beginsLikeJson(line: string): boolean {
  return JSON_START.test(line);
}
