import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type Evidence } from './evidence.js';
import { type EvidenceRule } from './evidence-rule.js';

/** Looks over the shoulder of a judgement: takes the place of how rules are asked for evidence. */
export interface Inquiry {
  observe(rules: readonly EvidenceRule[], visitor: Visitor, estate: Estate): readonly Evidence[];
}
