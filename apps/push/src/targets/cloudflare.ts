import {
  type AddressEntry,
  budgetOf,
  type Capacity,
  type CloudflareItem,
  type CloudflareOperation,
  planCloudflareList,
} from '#libs/enforcement';
import { IsOptional } from 'class-validator';
import { ApiUrl, Secret, Text, WholeNumber } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { type ApiCall, callApi } from '../http/call-api.js';
import { fieldOf, listOf, optionalText, textOf } from '../http/read-answer.js';
import { canonicalCidr } from './canonical-cidr.js';
import { listed } from './listed.js';
import { isMarked, MARK } from './mark.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { TargetError } from './target-error.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class CloudflareDescription extends TargetDescription {
  @Text(/^[\da-f]{32}$/, 'must be the account’s id: 32 hexadecimal digits')
  readonly account_id!: string;

  @Text(/^[\da-f]{32}$/, 'must be the list’s id: 32 hexadecimal digits')
  readonly list_id!: string;

  @Secret()
  readonly token!: SecretReference;

  /** Items that the account may have in its lists. */
  @IsOptional()
  @WholeNumber(1, 500_000)
  readonly max_items: number = 10_000;

  @IsOptional()
  @ApiUrl()
  readonly url: string = 'https://api.cloudflare.com/client/v4';
}

interface CloudflareState {
  readonly ours: readonly CloudflareItem[];
  /** Blocks of the items that somebody else entered. */
  readonly foreign: readonly string[];
}

/** "Rate limiting for Lists API requests": in 12 hours 30,000 requests that change items, and 1,000,000 changed items. */
const HALF_A_DAY_S = 12 * 3_600;
const REQUESTS = budgetOf(30_000, HALF_A_DAY_S);
const ITEMS = budgetOf(1_000_000, HALF_A_DAY_S);
/** Of all calls: 1,200 in five minutes for a user. */
const CALLS = budgetOf(1_200, 300);
/** The most that the API gives in one page. */
const PAGE = 500;
/** A bulk operation of 10,000 items takes some tens of seconds. */
const OPERATION_MS = 180_000;
const LOOK_AGAIN_MS = 1_000;

class CloudflareTarget implements PushTarget<CloudflareState, CloudflareOperation> {
  readonly #lists: string;

  constructor(
    private readonly where: CloudflareDescription,
    private readonly tools: TargetTools,
  ) {
    this.#lists = `${where.url}/accounts/${where.account_id}/rules/lists`;
  }

  async read(): Promise<CloudflareState> {
    const ours: CloudflareItem[] = [];
    const foreign: string[] = [];
    for (let cursor = ''; ;) {
      const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.#call('GET', `${this.#items}?per_page=${PAGE}${after}`);
      for (const item of listOf(page, 'result')) {
        const cidr = canonicalCidr(textOf(item, 'ip'));
        if (isMarked(optionalText(item, 'comment'))) ours.push({ id: textOf(item, 'id'), cidr });
        else foreign.push(cidr);
      }
      cursor = nextCursor(page);
      if (cursor === '') return { ours, foreign };
    }
  }

  held({ ours }: CloudflareState): HeldEntry[] {
    return ours.map(({ cidr }) => listed(cidr));
  }

  foreign({ foreign }: CloudflareState): ReadonlySet<string> {
    return new Set(foreign);
  }

  capacity({ foreign }: CloudflareState): Capacity {
    const total = Math.max(0, this.where.max_items - foreign.length);
    return { ipv4: total, ipv6: total, total };
  }

  plan({ ours, foreign }: CloudflareState, wanted: readonly AddressEntry[]): CloudflareOperation[] {
    const room = this.where.max_items - foreign.length - ours.length;
    return planCloudflareList(ours, wanted, room, `${MARK}: pushed from its verdicts`);
  }

  async send(operation: CloudflareOperation): Promise<void> {
    const { account_id: account } = this.where;
    const isAppend = operation.kind === 'append';
    const count = isAppend ? operation.items.length : operation.ids.length;
    await this.tools.spend(`cloudflare-requests:${account}`, REQUESTS);
    await this.tools.spend(`cloudflare-items:${account}`, ITEMS, count);
    const answer = isAppend
      ? await this.#call('POST', this.#items, operation.items)
      : await this.#call('DELETE', this.#items, { items: operation.ids.map((id) => ({ id })) });
    await this.#ended(textOf(fieldOf(answer, 'result'), 'operation_id'));
  }

  describe(operation: CloudflareOperation): string {
    return operation.kind === 'append'
      ? `add ${operation.items.length} items to the list`
      : `remove ${operation.ids.length} items from the list`;
  }

  get #items(): string {
    return `${this.#lists}/${this.where.list_id}/items`;
  }

  /** While an operation runs the account takes no other. */
  async #ended(operation: string): Promise<void> {
    const deadline = this.tools.clock.monotonic() + OPERATION_MS;
    while (this.tools.clock.monotonic() < deadline) {
      const answer = await this.#call('GET', `${this.#lists}/bulk_operations/${operation}`);
      const result = fieldOf(answer, 'result');
      const status = textOf(result, 'status');
      if (status === 'completed') return;
      if (status === 'failed')
        throw new TargetError(
          'REFUSED',
          `Cloudflare could not change the list: ${optionalText(result, 'error').slice(0, 200)}`,
        );
      await this.tools.sleep(LOOK_AGAIN_MS);
    }
    throw new TargetError('BUSY', 'Cloudflare has not ended a bulk operation in three minutes.');
  }

  async #call(method: ApiCall['method'], url: string, body?: unknown): Promise<unknown> {
    await this.tools.spend(`cloudflare-calls:${this.where.account_id}`, CALLS);
    const authorization = `Bearer ${this.tools.secret(this.where.token)}`;
    return callApi({ service: 'Cloudflare', method, url, body, headers: { authorization } });
  }
}

function nextCursor(page: unknown): string {
  const info = (page as { result_info?: { cursors?: unknown } }).result_info;
  return optionalText(info?.cursors, 'after');
}

/** A list of addresses of a Cloudflare account, for custom rules: `ip.src in $list`. */
export const cloudflare: TargetKind<CloudflareDescription> = {
  kind: 'cloudflare',
  Description: CloudflareDescription,
  everyMs: 10_000,
  reconcileMs: 600_000,
  tellsActionsApart: false,
  keepsExpiry: false,
  // Lists take IPv6 from /4 to /64.
  longestIpv6: 64,
  open: (description, tools) => new CloudflareTarget(description, tools),
};
