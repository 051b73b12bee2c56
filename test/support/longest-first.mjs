import Sequencer from '@jest/test-sequencer';

/** Specs that take minutes. On a machine that never ran them Jest would order by file size, and these would come last. */
const LONGEST = ['faults', 'analyse', 'explain', 'campaigns', 'api-clients', 'guards'];

/** Begins with the specs that take longest, so that no worker ends up alone with one of them. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ path }) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/test/integration/${name}.spec.ts`));
  return place < 0 ? LONGEST.length : place;
}
