const LINE_FEED = 10;
const RETURN = 13;

/** A line without the line feed at its end and the carriage return before it. */
export function withoutLineEnd(line: string): string {
  let end = line.length;
  if (line.charCodeAt(end - 1) === LINE_FEED) end--;
  if (line.charCodeAt(end - 1) === RETURN) end--;
  return end === line.length ? line : line.slice(0, end);
}
