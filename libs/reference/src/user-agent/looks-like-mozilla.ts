const MOZILLA = 'Mozilla';

/** Whether the text starts with a misspelt "Mozilla/", such as "Mozlila/5.0" or "mozilla/5.0". */
export function looksLikeMozilla(text: string): boolean {
  const word = /^["']?([A-Za-z]{5,9})[/ ]\d/.exec(text)?.[1];
  return word !== undefined && word !== MOZILLA && distance(word) <= 2;
}

/** Letters to change, insert or delete (Levenshtein) between the word and "mozilla", ignoring case. */
function distance(word: string): number {
  const target = MOZILLA.toLowerCase();
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const [at, letter] of Array.from(word.toLowerCase()).entries()) {
    const next = [at + 1];
    for (let column = 1; column <= target.length; column += 1) {
      const replaced = cell(row, column - 1) + (target[column - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, cell(row, column) + 1, cell(next, column - 1) + 1));
    }
    row = next;
  }
  return cell(row, target.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
