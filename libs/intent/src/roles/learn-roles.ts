import { type PathRole, type PathRoleRule } from '#libs/traffic';
import { probabilityOf } from '../evidence/log-odds.js';
import { apiSigns } from './api-signs.js';
import { assetSigns } from './asset-signs.js';
import { healthSigns } from './health-signs.js';
import { itemSigns } from './item-signs.js';
import { type LearnedRole } from './learned-role.js';
import { listingSigns } from './listing-signs.js';
import { loginSigns } from './login-signs.js';
import { type PathConduct } from './path-conduct.js';
import { type RoleReader } from './role-sign.js';
import { roleByRule } from './role-by-rule.js';
import { searchSigns } from './search-signs.js';

/** Every role that can be learned from use alone. A new one is one more file and one more line. */
const readers: readonly RoleReader[] = [
  loginSigns,
  searchSigns,
  itemSigns,
  listingSigns,
  assetSigns,
  apiSigns,
  healthSigns,
];

/** From this probability on use decides where the words say nothing: wrong at most once in five, by its own account. */
const DECIDES_AT = 0.8;
/** How sure a word of the path is by itself. Assumption. */
const WORDS_ARE_RIGHT = 0.9;
/** What use may correct: words that say nothing, or say only that a program speaks. */
const VAGUE = new Set<PathRole>(['other', 'api']);

/**
 * What each place of the estate is for: what a rule says, else what its words say, else what everybody's use of
 * it shows. Use never overrules a word that names a delicate purpose: an attack on a login must not teach
 * that it is none.
 */
export function learnRoles(
  conducts: readonly PathConduct[],
  rules: readonly PathRoleRule[],
): readonly LearnedRole[] {
  return conducts.map((conduct) => {
    const said = roleByRule(conduct, rules);
    return said ?? byConduct(conduct) ?? byName(conduct);
  });
}

function byName({ site, place, named }: PathConduct): LearnedRole {
  const reasons = named === 'other' ? [] : ['the words of the path say so'];
  const probability = named === 'other' ? 0 : WORDS_ARE_RIGHT;
  return { site, place, role: named, origin: 'name', probability, reasons };
}

function byConduct(conduct: PathConduct): LearnedRole | null {
  if (!VAGUE.has(conduct.named)) return null;
  const candidates = readers.flatMap((read) => read(conduct) ?? []);
  if (candidates.length === 0) return null;
  const best = candidates.reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
  const probability = Math.round(probabilityOf(best.logOdds) * 1000) / 1000;
  if (probability < DECIDES_AT || best.role === conduct.named) return null;
  const { site, place } = conduct;
  return { site, place, role: best.role, origin: 'conduct', probability, reasons: best.reasons };
}
