import { assumedPriors, type LabelledEvidence } from '#libs/intent';
import { type Label } from '../labels/label.js';
import { meantClasses } from '../labels/meant-classes.js';
import { type LabelledSet } from './labelled-set.js';
import { type SeenEvidence, type SeenVisitor } from './seen-evidence.js';

/** Labelled evidence that knows where it comes from. */
export interface LabelledVisitor extends LabelledEvidence {
  readonly set: string;
  readonly label: string;
  readonly class: string;
  readonly requests: number;
}

const PEOPLE = ['human', 'bad_human'];
const BOTS = ['bad_bot', 'good_bot', 'neutral_bot'];
const threatIds = Object.keys(assumedPriors).filter((question) => question !== 'nature');

/**
 * What labels and evidence say together: a row a visitor about its nature, and, where the label says what it came for
 * or that it came for no harm, one about every threat. Labels `self` and `unknown`, and visitors the log never
 * showed, say nothing.
 */
export function labelledVisitors(
  { name: set, family }: Pick<LabelledSet, 'name' | 'family'>,
  labels: readonly Label[],
  evidence: SeenEvidence,
): LabelledVisitor[] {
  return labels.flatMap((label) => {
    const seen = seenFor(label, evidence);
    if (seen === undefined || ![...PEOPLE, ...BOTS].includes(label.label)) return [];
    const row = (question: string, isTrue: boolean): LabelledVisitor => ({
      set,
      family,
      label: label.label,
      class: label.class,
      requests: seen.requests,
      question,
      group: `${set} ${label.address}`,
      kind: `${set} ${label.label} ${label.class}`,
      strengths: new Map(
        Object.entries(seen.strengths[question] ?? {}),
      ) as LabelledVisitor['strengths'],
      isTrue,
    });
    return [row('nature', BOTS.includes(label.label)), ...threatRows(label, row)];
  });
}

/** Of several threats that a label may mean the first is taken for true, the others are not asked about. */
function threatRows(
  label: Label,
  row: (question: string, isTrue: boolean) => LabelledVisitor,
): LabelledVisitor[] {
  const isHarmless = label.label === 'human' || label.label === 'good_bot';
  const [meant, ...akin] = label.label === 'bad_bot' ? meantClasses(label.class) : [];
  if (!isHarmless && meant === undefined) return [];
  return threatIds.filter((id) => !akin.includes(id)).map((id) => row(id, id === meant));
}

function seenFor(
  { address, userAgent, userAgentContains: part }: Label,
  evidence: SeenEvidence,
): SeenVisitor | undefined {
  const agents = evidence.agentsOf(address);
  if (userAgent === undefined && part === undefined) return evidence.ofAddress(address);
  const own =
    userAgent === undefined
      ? [...agents].find(([agent]) => agent.includes(part ?? ''))?.[1]
      : agents.get(userAgent);
  return own ?? (agents.size === 0 ? evidence.ofAddress(address) : undefined);
}
