import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join('libs', 'reference', 'data');

/** The compiler copies the folder's JSON files to dist, but not this one. */
const PACKED = 'asn-ipv4.gz';

/** Where the packaged data lie: beside the sources, also when the compiled code runs from dist. */
export function dataFolder(from = import.meta.dirname): string {
  const folder = join(from, FOLDER);
  if (existsSync(join(folder, PACKED))) return folder;
  const parent = dirname(from);
  if (parent === from)
    throw new Error(`The packaged reference data are missing: install ${FOLDER} beside dist.`);
  return dataFolder(parent);
}
