import {
  type AddressEntry,
  budgetOf,
  type Capacity,
  FASTLY_ACL_SIZE,
  type FastlyAcl,
  type FastlyPatch,
  planFastlyAcls,
} from '#libs/enforcement';
import { IsOptional } from 'class-validator';
import { ApiUrl, Secret, Text, Texts } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { type ApiCall, callApi } from '../http/call-api.js';
import { optionalText, textOf } from '../http/read-answer.js';
import { canonicalCidr } from './canonical-cidr.js';
import { listed } from './listed.js';
import { isMarked, MARK } from './mark.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { TargetError } from './target-error.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class FastlyDescription extends TargetDescription {
  @Text(/^\w{1,40}$/, 'must be the id of a service')
  readonly service_id!: string;

  @Texts(/^\w{1,40}$/, 'ids of ACLs')
  readonly acl_ids!: readonly string[];

  @Secret()
  readonly token!: SecretReference;

  @IsOptional()
  @ApiUrl()
  readonly url: string = 'https://api.fastly.com';
}

/** "API rate limiting": 1,000 requests an hour and user that are no reads. */
const CHANGES = budgetOf(1_000, 3_600);
const PAGE = 100;
/** Twenty times what an ACL holds by default: a server that gives full pages beyond that does not know of pages. */
const MOST_PAGES = 200;

class FastlyTarget implements PushTarget<readonly FastlyAcl[], FastlyPatch> {
  constructor(
    private readonly where: FastlyDescription,
    private readonly tools: TargetTools,
  ) {}

  async read(): Promise<FastlyAcl[]> {
    const acls: FastlyAcl[] = [];
    for (const id of this.where.acl_ids) acls.push(aclOf(id, await this.#entriesOf(id)));
    return acls;
  }

  held(acls: readonly FastlyAcl[]): HeldEntry[] {
    return acls.flatMap(({ ours }) => ours.map(({ cidr }) => listed(cidr)));
  }

  foreign(acls: readonly FastlyAcl[]): ReadonlySet<string> {
    return new Set(acls.flatMap(({ foreign }) => foreign));
  }

  capacity(acls: readonly FastlyAcl[]): Capacity {
    const total = acls.reduce((sum, { foreign }) => sum + FASTLY_ACL_SIZE - foreign.length, 0);
    return { ipv4: total, ipv6: total, total };
  }

  plan(acls: readonly FastlyAcl[], wanted: readonly AddressEntry[]): FastlyPatch[] {
    return planFastlyAcls(acls, wanted, `${MARK}: pushed from its verdicts`);
  }

  async send({ acl, entries }: FastlyPatch): Promise<void> {
    await this.tools.spend(`fastly-changes:${budgetName(this.where.token)}`, CHANGES);
    await this.#call('PATCH', `/acl/${acl}/entries`, { entries });
  }

  describe({ acl, entries }: FastlyPatch): string {
    const created = entries.filter(({ op }) => op === 'create').length;
    return `PATCH ACL ${acl}: ${created} created, ${entries.length - created} deleted`;
  }

  async #entriesOf(acl: string): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const path = `/acl/${acl}/entries?per_page=${PAGE}&page=${page}`;
      const answer = await this.#call('GET', path);
      if (!Array.isArray(answer))
        throw new TargetError('BAD_ANSWER', 'Fastly’s answer is no list of entries.');
      all.push(...(answer as unknown[]));
      if (answer.length < PAGE) return all;
    }
    throw new TargetError(
      'BAD_ANSWER',
      `Fastly’s list of entries does not end in ${MOST_PAGES} pages.`,
    );
  }

  #call(method: ApiCall['method'], path: string, body?: unknown): Promise<unknown> {
    const { url, service_id: service, token } = this.where;
    const headers = { 'fastly-key': this.tools.secret(token) };
    return callApi({
      service: 'Fastly',
      method,
      url: `${url}/service/${service}${path}`,
      body,
      headers,
    });
  }
}

/** The limit is of the user whose token it is: who shares a token shares the budget. */
const budgetName = ({ env, file }: SecretReference): string => env ?? file ?? '';

function aclOf(id: string, entries: readonly unknown[]): FastlyAcl {
  const isOurs = (entry: unknown): boolean => isMarked(optionalText(entry, 'comment'));
  return {
    id,
    foreign: entries.filter((entry) => !isOurs(entry)).map(cidrOf),
    ours: entries.filter(isOurs).map((entry) => ({ id: textOf(entry, 'id'), cidr: cidrOf(entry) })),
  };
}

function cidrOf(entry: unknown): string {
  const subnet = optionalText(entry, 'subnet');
  return canonicalCidr(`${textOf(entry, 'ip')}${subnet === '' ? '' : `/${subnet}`}`);
}

/** ACLs of a Fastly service; changes need no new version of it. */
export const fastly: TargetKind<FastlyDescription> = {
  kind: 'fastly',
  Description: FastlyDescription,
  everyMs: 10_000,
  reconcileMs: 600_000,
  tellsActionsApart: false,
  keepsExpiry: false,
  longestIpv6: 128,
  open: (description, tools) => new FastlyTarget(description, tools),
};
