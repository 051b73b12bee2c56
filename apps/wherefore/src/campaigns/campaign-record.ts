import { type CampaignPhase } from '#libs/intent';
import { type CampaignMemberRow, type CampaignReportRow } from '#libs/store';

/** A campaign as `--json` prints it: a stable contract; fields are added, never changed. Times are ISO 8601 in UTC. */
export function campaignRecord(
  row: CampaignReportRow,
  members: readonly CampaignMemberRow[],
): Record<string, unknown> {
  return {
    id: row.id,
    class: row.threat,
    kind: row.kind,
    site: row.site,
    members: row.members,
    observed: row.observed,
    expected: row.expected,
    membership: row.membership,
    traits: row.traits,
    start: time(row.start),
    first_detected: time(row.firstDetected),
    first_seen: time(row.firstSeen),
    last_seen: time(row.lastSeen),
    phases: phasesOf(row).map(({ first, ...phase }) => ({ ...phase, first: time(first) })),
    sizes: row.sizes,
    ...(members.length > 0 && {
      addresses: members.map(({ address, likeliest, shared }) => ({
        address,
        probability: likeliest,
        shares: shared,
      })),
    }),
  };
}

/** The phases of a row, in their order. */
export function phasesOf({ phases }: CampaignReportRow): readonly CampaignPhase[] {
  return JSON.parse(phases) as CampaignPhase[];
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
