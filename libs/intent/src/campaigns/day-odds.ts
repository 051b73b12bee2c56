import { type Suspect } from './suspect.js';

/** Fewer who do well from one network do not show that people come from there. Assumption. */
const AT_HOME = 5;
/** From so much of all who do well on the home networks are a measure. Assumption. */
const MEASURE = 0.5;

/**
 * How many end badly for each one that does well among a site's own people, told by one day alone: of the networks that
 * most of those who do well come from. Attackers rent addresses wherever there are any; where people are at home they are
 * few beside them, and those networks are chosen by who does well, so that chance does not set the measure. An outage, a release
 * or a sale is the same there as elsewhere.
 *
 * Where people do not come from networks of their own, all are one, and the odds those of everybody. Two standard deviations
 * are added.
 */
export function dayOdds(suspects: readonly Suspect[]): number {
  const tallies = new Map<string, { bad: number; good: number }>();
  for (const { bad, traits } of suspects) {
    const network = traits.network === '' ? traits.prefix : traits.network;
    const tally = tallies.get(network) ?? { bad: 0, good: 0 };
    tally[bad ? 'bad' : 'good'] += 1;
    tallies.set(network, tally);
  }
  const all = summed([...tallies.values()]);
  const homes = [...tallies.values()]
    .filter(({ good }) => good >= AT_HOME)
    .toSorted((a, b) => b.good - a.good);
  const reached = homes.findIndex(
    (_, at) => summed(homes.slice(0, at + 1)).good >= MEASURE * all.good,
  );
  const { bad, good } = reached < 0 ? all : summed(homes.slice(0, reached + 1));
  return (bad + 2 * Math.sqrt(bad) + 1) / Math.max(1, good);
}

function summed(tallies: readonly { bad: number; good: number }[]): { bad: number; good: number } {
  return {
    bad: tallies.reduce((sum, { bad }) => sum + bad, 0),
    good: tallies.reduce((sum, { good }) => sum + good, 0),
  };
}
