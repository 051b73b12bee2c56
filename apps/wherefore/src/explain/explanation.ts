import { type Difference, differences, type Recount, recordedPart } from '#libs/enforcement';

/** A verdict counted again, and where that gave something else. */
export interface Explanation {
  readonly recount: Recount;
  readonly differences: readonly Difference[];
  /** Whether everything that was counted is the same again; true where a verdict only expired. */
  readonly isSame: boolean;
}

export function explanationOf(recount: Recount): Explanation {
  const found =
    recount.again === null ? [] : differences(recordedPart(recount.message), recount.again.part);
  return {
    recount,
    differences: found,
    isSame: found.length === 0 && recount.problem === null,
  };
}
