import { createLineParser } from '#libs/traffic';

/** The seeds whose source names this format, and the lines of other seeds that are read in it. */
export function seedsOfFormat(allSeeds, format) {
  const chosen = allSeeds
    .map(({ source, lines }) => {
      if (source.format === format) return { source, lines };
      const parse = createLineParser(source, () => '');
      const isOf = (line) => parse(line).format === format;
      return { source: { ...source, format }, lines: lines.filter(isOf) };
    })
    .filter(({ lines }) => lines.length > 0);
  if (chosen.length === 0) throw new Error(`no seed is a line of format ${format}`);
  return chosen;
}
