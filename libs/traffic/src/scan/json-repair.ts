/**
 * Mends what nginx writes when its JSON layout lacks `escape=json`: `\xHH` escapes inside texts and bare
 * `-` where a number is missing. Linear; anything else is left for `JSON.parse` to refuse.
 */
export function repairJson(line: string): string {
  return withoutBareDashes(withUnicodeEscapes(line));
}

function withUnicodeEscapes(line: string): string {
  let repaired = '';
  let done = 0;
  for (let at = line.indexOf('\\'); at >= 0; at = line.indexOf('\\', at + 2)) {
    if (line.charCodeAt(at + 1) !== 120) continue;
    repaired += `${line.slice(done, at)}\\u00`;
    done = at + 2;
  }
  return repaired + line.slice(done);
}

function withoutBareDashes(line: string): string {
  return line.replace(/: ?-(?=[,}])/g, ':null');
}
