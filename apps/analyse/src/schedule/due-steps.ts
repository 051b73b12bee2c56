/** What decides which steps are due. Times in milliseconds since the epoch, lengths in milliseconds. */
export interface LogClock {
  /** Ends of the steps that hold events and are not judged yet, ascending. */
  readonly stepEnds: readonly number[];
  /** Newest event time stored. */
  readonly newest: number;
  readonly latenessMs: number;
  /** Nothing was stored for a while: what is there counts as complete. */
  readonly idle: boolean;
}

/** The steps to judge now, oldest first: those the watermark has passed, or all of them on an idle log. */
export function dueSteps({ stepEnds, newest, latenessMs, idle }: LogClock): readonly number[] {
  const watermark = newest - latenessMs;
  return idle ? stepEnds : stepEnds.filter((stepEnd) => stepEnd <= watermark);
}
