import { type Page } from './page/page.js';
import { targets } from './page/targets.js';
import { type ScoredSet } from './score-data-set.js';
import { setScore, type SetScore } from './scoring/set-score.js';

const ORIGINS = [
  { name: 'recorded', about: 'all recorded sets, one visitor one vote' },
  { name: 'simulated', about: 'all simulated estates' },
] as const;

/** The page from what was judged. */
export function makePage(
  scored: readonly ScoredSet[],
  facts: Omit<Page, 'sets' | 'pooled' | 'targets'>,
): Page {
  const sets = scored.flatMap((one) => [scoreOf(one), ...moderateBots(one)]);
  const pooled = pool(scored);
  return { ...facts, sets, pooled, targets: targets(sets, pooled) };
}

const scoreOf = ({ set, variant, visitors }: ScoredSet): SetScore =>
  setScore(set, variant, visitors);

/** People against the bots that imitate them moderately, without those that imitate them well. */
function moderateBots({ set, variant, visitors }: ScoredSet): SetScore[] {
  const chosen = visitors.filter((one) => one.class !== 'advanced_bot');
  if (chosen.length === visitors.length) return [];
  const name = `${set.name}-moderate`;
  return [setScore({ ...set, name, about: 'without the advanced bots' }, variant, chosen)];
}

function pool(scored: readonly ScoredSet[]): SetScore[] {
  return ORIGINS.flatMap(({ name, about }) =>
    (['plain', 'masked'] as const).flatMap((variant) => {
      const chosen = scored.filter(
        (one) => one.set.origin === name && one.set.isPooled && one.variant === variant,
      );
      if (chosen.length === 0) return [];
      const set = { name, about, origin: name, question: 'malicious' } as const;
      return [
        setScore(
          set,
          variant,
          chosen.flatMap(({ visitors }) => visitors),
        ),
      ];
    }),
  );
}
