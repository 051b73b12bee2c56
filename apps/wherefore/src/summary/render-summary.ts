import { type Colours } from '../terminal/terminal.js';
import { count, counted, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { className } from './class-names.js';
import { type CampaignSummary, type EstateSummary, type Strongest } from './estate-summary.js';
import { table } from './table.js';

/** The summary as a person reads it; every text that comes from a log is made fit for a terminal. */
export function renderSummary(summary: EstateSummary, colours: Colours): string {
  const parts = [
    extent(summary, colours),
    natures(summary, colours),
    intents(summary, colours),
    campaigns(summary.campaigns, colours),
    strongest(summary.strongest, colours),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function extent(summary: EstateSummary, { bold, dim }: Colours): string {
  const period =
    summary.from === null ? '' : ` from ${minute(summary.from)} to ${minute(summary.to)}`;
  const events = `${count(summary.events)} requests of ${count(summary.clients)} addresses to ${counted(summary.sites, 'site')}`;
  const rejects =
    summary.rejects === 0
      ? ''
      : ` ${count(summary.rejects)} lines could not be read (dead letters).`;
  return `${bold(events)}${dim(`${period} UTC.`)}${rejects}`;
}

function natures(summary: EstateSummary, colours: Colours): string {
  const rows = summary.by_nature.map(({ name, visitors, requests }) => [
    name.replace('_', ' '),
    count(visitors),
    count(requests),
    percent(summary.events === 0 ? null : requests / summary.events),
  ]);
  return titled('Who they are', colours, table(['nature', 'visitors', 'requests', 'share'], rows));
}

function intents(summary: EstateSummary, colours: Colours): string {
  const rows = summary.by_intent.map(({ name, visitors, requests }) => [
    name.startsWith('OAT') ? colours.red(className(name)) : name,
    count(visitors),
    count(requests),
  ]);
  const closing = `${count(summary.malicious)} malicious visitors, ${count(summary.blocked)} of them to be blocked.`;
  const body = `${table(['intent', 'visitors', 'requests'], rows)}\n${closing}`;
  return titled('What they are there for', colours, body);
}

function campaigns(found: readonly CampaignSummary[], colours: Colours): string {
  if (found.length === 0) return '';
  const rows = found.map((campaign) => [
    className(campaign.class),
    printable(campaign.site, 40),
    count(campaign.members),
    minute(campaign.first_seen),
    minute(campaign.last_seen),
    printable(campaign.traits, 70),
  ]);
  const header = ['intent', 'site', 'members', 'first seen', 'last seen', 'what they share'];
  return titled('Many acting as one', colours, table(header, rows));
}

function strongest(verdicts: readonly Strongest[], colours: Colours): string {
  if (verdicts.length === 0) return '';
  return titled(
    'The strongest verdicts',
    colours,
    verdicts.map((one) => verdict(one, colours)).join('\n'),
  );
}

function verdict(one: Strongest, { bold, dim, red }: Colours): string {
  const intent = one.class === null ? 'malicious' : className(one.class);
  const site = one.site === '' ? '' : ` on ${printable(one.site, 40)}`;
  const campaign = one.campaign === null ? '' : dim(' in a campaign');
  const head = `  ${bold(printable(one.visitor.value, 90))}  ${red(intent)}${site}${campaign}`;
  const facts = dim(
    `    ${one.action}, risk ${one.score}, ${count(one.requests)} requests, ${one.nature.replace('_', ' ')}`,
  );
  const reasons = one.reasons.map(({ text }) => `    • ${printable(text, 240)}`);
  return [head, facts, ...reasons].join('\n');
}

const titled = (title: string, { bold, cyan }: Colours, body: string): string =>
  `${bold(cyan(title))}\n${body}`;

const minute = (iso: string | null): string => (iso ?? '').slice(0, 16).replace('T', ' ');
