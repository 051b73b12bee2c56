import { bareCrowd } from './bare-crowd.js';
import { quantileOf } from '../baseline.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { actingRules } from './acting-rules.js';
import { headsOf } from './heads-of.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

/** Challenges that one person solves in a day; and fails, for some are hard to read. Assumptions. */
const SOLVED = 3;
const PUZZLES = 5;

const solvesMany: EvidenceRule = ({ features }, estate) => {
  const baseline = estate.baseline(features.site, 'challenges');
  const usual = baseline === null ? 0 : 3 * quantileOf(baseline, 0.75);
  const ordinary = Math.max(SOLVED, usual) * headsOf(features);
  return features.challengesSolved > ordinary
    ? weigh('SOLVES_MANY_CHALLENGES', {
        value: features.challengesSolved,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.challengesSolved / ordinary)),
        text: `solved ${features.challengesSolved} challenges; people meet about ${ordinary}`,
      })
    : null;
};

const failsChallenges: EvidenceRule = ({ features }) => {
  const ordinary = PUZZLES * headsOf(features);
  return features.challengesFailed > ordinary &&
    features.challengesFailed >= features.challengesSolved
    ? weigh('FAILS_CHALLENGES', {
        value: features.challengesFailed,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.challengesFailed / ordinary)),
        text: `failed ${features.challengesFailed} challenges and went on trying`,
      })
    : null;
};

const solvesUnseen: EvidenceRule = ({ features, identity }, estate) =>
  features.challengesSolved > 0 &&
  features.assets === 0 &&
  identity.agentKind !== 'app' &&
  servesAssets(estate.profile(features.site))
    ? weigh('SOLVES_UNSEEN', {
        value: features.challengesSolved,
        strength: features.challenges === 0 ? 1 : 0.7,
        text: 'solved a challenge without loading what its page shows',
      })
    : null;

/** OAT-009 CAPTCHA Defeat: challenges for people solved by programs or by people paid for it. */
export const captchaDefeat: Threat = {
  id: 'OAT-009',
  name: 'CAPTCHA Defeat',
  definition:
    'Challenges that should tell people from programs are solved by programs, or in bulk by people hired for it.',
  signals: [
    'many challenges solved',
    'solved without loading what the page shows',
    'at a fixed pace',
    'many failures without giving up',
  ],
  confounders: [
    'accessibility tools: they load the page, and meet few challenges',
    'a site that challenges everybody: the baseline moves',
  ],
  notVisible: ['the puzzle and how it was solved', 'people hired for solving'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ challengesSolved, challengesFailed }) => challengesSolved + challengesFailed > 0,
  rules: [
    ...actingRules,
    solvesMany,
    failsChallenges,
    solvesUnseen,
    bareCrowd('challenge'),
    nothingBut({
      code: 'NOTHING_BUT_CHALLENGES',
      count: ({ challenges, challengesSolved, challengesFailed }) =>
        challenges + challengesSolved + challengesFailed,
      least: PUZZLES + 1,
      what: 'meet challenges',
    }),
  ],
};
