import { type EstateOptions } from '#libs/simulator';

const HOUR_MS = 3_600_000;

/** The share (0 to 1) of the simulated time that has passed at an instant. */
export const shareOf = ({ start, hours }: EstateOptions, instant: number): number =>
  (instant - start) / (hours * HOUR_MS);
