import { unwrap } from '#libs/envelope';
import { createLineParser, LOG_FORMAT_NAMES } from '#libs/traffic';

/** The seeds whose source names this format, and the lines of other seeds that are read in it. */
export function seedsOfFormat(allSeeds, format) {
  const chosen = allSeeds
    .map(({ source, lines }) => {
      if (source.format === format) return { source, lines };
      const formats = formatsOf({ source, lines });
      return {
        source: { ...source, format },
        lines: lines.filter((_, at) => formats[at] === format),
      };
    })
    .filter(({ lines }) => lines.length > 0);
  if (chosen.length === 0) throw new Error(`no seed is a line of format ${format}`);
  return chosen;
}

/** Formats in which no seed is read: their readers are only met with lines of others. */
export function formatsWithoutSeed(allSeeds) {
  const seen = new Set(allSeeds.flatMap(formatsOf));
  return LOG_FORMAT_NAMES.filter((name) => !seen.has(name));
}

/** Of each line the format in which its first item is read, undefined where it is rejected. */
function formatsOf({ source, lines }) {
  const parse = createLineParser(source, () => '');
  const context = { fields: [] };
  return lines.map((line) => {
    if (line.startsWith('#Fields:')) context.fields = line.split(/\s+/).slice(1);
    const [item] = unwrap(line);
    return 'failure' in Object(item) ? undefined : parse(item, context).format;
  });
}
