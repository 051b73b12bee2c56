import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * How large V8's young generation gets, both halves, bytes. By itself it grows to 32 MiB while modules are loaded and never
 * shrinks; what lives longer than a line is little here, so that less than half of that costs no more time.
 */
const ENOUGH_BYTES = 16 * 1_048_576;
/** Some that survive make it grow: allocated here at most. */
const MOST_PIECES = 1_000;
const PIECE_LENGTH = 8_192;

const growBy = (factor: number): void => {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
};

function youngBytes(): number {
  const spaces = getHeapSpaceStatistics();
  return spaces.find(({ space_name: name }) => name === 'new_space')?.physical_space_size ?? 0;
}

/** Fills the young generation until it has grown to what is enough, and lets it grow no further. */
function settle(): void {
  const survivors: number[][] = [];
  while (youngBytes() < ENOUGH_BYTES && survivors.length < MOST_PIECES) {
    survivors.push(new Array<number>(PIECE_LENGTH).fill(0));
  }
  growBy(1);
}

settle();
