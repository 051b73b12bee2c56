import { type DescribedSource } from '#libs/sources';
import { type SourceIdentity } from '#libs/traffic';
import { counted } from '../terminal/numbers.js';
import { table } from '../summary/table.js';

/** The sources of a description, one a row. */
export function renderSources(sources: readonly DescribedSource[]): string {
  return table(
    ['source', 'format', 'topics', 'client from', 'visitors by'],
    sources.map(({ name, format, topics, identity = {} }) => [
      name,
      format,
      topics.join(', ') || 'files only',
      clientText(identity),
      visitorText(identity),
    ]),
  );
}

function clientText({ trustedProxies, trustedHops, clientAddressHeaders }: SourceIdentity): string {
  if (trustedProxies === undefined && trustedHops === undefined) return 'the log';
  const headers = (clientAddressHeaders ?? ['x-forwarded-for']).join(', ');
  const proxies =
    trustedProxies === undefined ? '' : ` from ${counted(trustedProxies.length, 'trusted block')}`;
  return `${headers}${proxies}${trustedHops === undefined ? '' : `, ${counted(trustedHops, 'hop')}`}`;
}

function visitorText({ session, account, apiClient, consent }: SourceIdentity): string {
  const named = { session, account, 'API client': apiClient, consent };
  const given = Object.entries(named).filter(([, places]) => places !== undefined);
  return given.map(([name]) => name).join(', ') || 'address';
}
