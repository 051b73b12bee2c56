import { type CampaignMemberRow, type CampaignReportRow } from '#libs/store';
import { className } from '../summary/class-names.js';
import { table } from '../summary/table.js';
import { count, counted, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { phasesOf } from './campaign-record.js';
import { sparkline } from './sparkline.js';

/** All campaigns, one row each. */
export function renderCampaigns(rows: readonly CampaignReportRow[]): string {
  if (rows.length === 0) return 'No campaign was found.';
  const cells = rows.map((row) => [
    printable(row.id, 70),
    className(row.threat),
    count(row.members),
    instant(row.start),
    instant(row.firstDetected),
    phasesOf(row).at(-1)?.name ?? '–',
    sparkline(row.sizes),
  ]);
  return table(['id', 'intent', 'members', 'began', 'found', 'phase', 'size over time'], cells);
}

/** One campaign in full, with the likeliest of its members. */
export function renderCampaign(
  row: CampaignReportRow,
  members: readonly CampaignMemberRow[],
): string {
  return [
    `${printable(row.id)}: ${className(row.threat)} on ${printable(row.site)}`,
    `  ${counted(row.members, 'member')}, at most ${count(row.observed)} in one window, of which the rest of the estate explains ${row.expected.toFixed(1)}`,
    `  began ${instant(row.start)}, found ${instant(row.firstDetected)}, last seen ${instant(row.lastSeen)}`,
    `  what they share: ${printable(row.traits, 400)}`,
    `  size over time: ${sparkline(row.sizes)}`,
    '',
    table(['phase', 'first', 'requests', 'visitors'], phaseCells(row)),
    '',
    table(['member', 'probability', 'shares with the others'], memberCells(members)),
  ].join('\n');
}

function phaseCells(row: CampaignReportRow): readonly (readonly string[])[] {
  return phasesOf(row).map(({ name, first, requests, visitors }) => [
    name,
    instant(first),
    count(requests),
    count(visitors),
  ]);
}

function memberCells(members: readonly CampaignMemberRow[]): readonly (readonly string[])[] {
  return members.map(({ address, likeliest, shared }) => [
    printable(address, 60),
    percent(likeliest),
    printable(shared, 120),
  ]);
}

/** 2025-03-03 04:10, UTC. */
function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}
