/** One visitor in the question "is it bad?": what is true, and what was said. */
export interface Answer {
  readonly isBad: boolean;
  readonly isFlagged: boolean;
}

export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export function countAnswers(answers: readonly Answer[]): Counts {
  const number = (isBad: boolean, isFlagged: boolean): number =>
    answers.filter((one) => one.isBad === isBad && one.isFlagged === isFlagged).length;
  return {
    truePositives: number(true, true),
    falsePositives: number(false, true),
    falseNegatives: number(true, false),
    trueNegatives: number(false, false),
  };
}

/** 2 TP / (2 TP + FP + FN): the harmonic mean of precision and recall. Null where nothing is bad and nothing was flagged. */
export function f1({ truePositives, falsePositives, falseNegatives }: Counts): number | null {
  const whole = 2 * truePositives + falsePositives + falseNegatives;
  return whole === 0 ? null : (2 * truePositives) / whole;
}
