import { type VisitorIdentity } from '#libs/intent';
import { verifyCrawler } from '#libs/reference';

/** One address in each sixteenth of the public IPv4 space, of which no operator of a crawler has several. */
const PROBES = [1, 23, 37, 51, 65, 77, 91, 109, 121, 139, 151, 163, 177, 189, 201, 217].map(
  (first) => `${first}.201.77.13`,
);
/** An operator may be at one of them by chance, not at three. */
const MOST = 2;

/** Verifies a crawler's claim; as `verifyCrawler`. */
type Verify = (
  claim: { readonly crawler: VisitorIdentity['crawler'] },
  address: string,
) => { readonly verification: VisitorIdentity['verification'] };

/**
 * The crawlers among these visitors whose published ranges would verify nearly anybody, such as 0.0.0.0/0: with them every attacker who says
 * the name would be spared.
 */
export function boundlessCrawlers(
  identities: readonly VisitorIdentity[],
  verify: Verify = verifyCrawler as Verify,
): readonly string[] {
  const claims = new Map(
    identities
      .filter(({ verification }) => verification === 'ip_range')
      .flatMap(({ crawler }) => (crawler === null ? [] : [[crawler.name, crawler] as const])),
  );
  return [...claims.values()]
    .filter((crawler) => {
      const verified = PROBES.filter((probe) => verify({ crawler }, probe).verification !== 'none');
      return verified.length > MOST;
    })
    .map(({ name }) => name);
}
