import { type Judgement } from '../decision/judgement.js';
import { type SubVisitor } from './sub-visitor.js';

/** What one of those behind a client did, and what is thought of it. */
export interface JudgedSubVisitor {
  readonly subVisitor: SubVisitor;
  readonly judgement: Judgement;
}
