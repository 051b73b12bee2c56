import { type PathRoleRule } from '#libs/traffic';
import { type LearnedRole } from './learned-role.js';
import { type PathConduct } from './path-conduct.js';

/** What the first rule that names the place says, or null. */
export function roleByRule(
  { site, place }: Pick<PathConduct, 'site' | 'place'>,
  rules: readonly PathRoleRule[],
): LearnedRole | null {
  const rule = rules.find(
    (candidate) => (candidate.site === '*' || candidate.site === site) && names(candidate, place),
  );
  if (rule === undefined) return null;
  return {
    site,
    place,
    role: rule.role,
    origin: 'policy',
    probability: 1,
    reasons: ['a rule says so'],
  };
}

function names({ place: pattern }: PathRoleRule, place: string): boolean {
  return pattern.endsWith('*') ? place.startsWith(pattern.slice(0, -1)) : place === pattern;
}
