import { type Circumstances } from './circumstances.js';

/** Nothing but the judgement is known. */
export const unknownCircumstances: Circumstances = {
  now: 0,
  blastRadius: null,
  sightings: [],
  cohorts: [],
  isPardoned: false,
};
