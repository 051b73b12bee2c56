import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type Evidence } from './evidence.js';

/** Looks at one visitor in its estate and gives the evidence it sees, or null. Pure and total. */
export type EvidenceRule = (visitor: Visitor, estate: Estate) => Evidence | null;
