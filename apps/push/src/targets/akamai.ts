import {
  type AddressEntry,
  type AkamaiList,
  type AkamaiRequest,
  budgetOf,
  type Capacity,
  planAkamaiList,
} from '#libs/enforcement';
import { IsOptional } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { ApiUrl, Choice, Secret, Text, Texts, WholeNumber } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { type ApiCall, callApi } from '../http/call-api.js';
import { listOf, numberOf, optionalText, textOf } from '../http/read-answer.js';
import { edgeGridHeader } from './edge-grid.js';
import { listed } from './listed.js';
import { demandMark } from './mark.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class AkamaiDescription extends TargetDescription {
  /** The host of the API client, `https://akab-….luna.akamaiapis.net`. */
  @ApiUrl()
  readonly url!: string;

  @Text(/^\w{1,100}$/, 'must be the id of a list')
  readonly list_id!: string;

  @IsOptional()
  @Choice(['PRODUCTION', 'STAGING'])
  readonly network: 'PRODUCTION' | 'STAGING' = 'PRODUCTION';

  @Secret()
  readonly client_token!: SecretReference;

  @Secret()
  readonly client_secret!: SecretReference;

  @Secret()
  readonly access_token!: SecretReference;

  /** Who is told of activations. */
  @IsOptional()
  @Texts(/^[^\s@]+@[^\s@]+$/, 'e-mail addresses', 0)
  readonly notify: readonly string[] = [];

  /** How many elements the contract allows in a list. */
  @IsOptional()
  @WholeNumber(1, 500_000)
  readonly max_items: number = 10_000;
}

interface AkamaiState extends AkamaiList {
  readonly name: string;
}

/** Assumption: the API names no rate; two calls a second have been enough for everybody. */
const CALLS = budgetOf(120, 60);

class AkamaiTarget implements PushTarget<AkamaiState, AkamaiRequest> {
  #name = '';

  constructor(
    private readonly where: AkamaiDescription,
    private readonly tools: TargetTools,
  ) {}

  async read(): Promise<AkamaiState> {
    const list = await this.#call('GET', '?includeElements=true&extended=true');
    const status = await this.#call('GET', `/environments/${this.where.network}/status`);
    const name = textOf(list, 'name');
    demandMark(`The list ${name}`, name, optionalText(list, 'description'));
    this.#name = name;
    return {
      name,
      syncPoint: numberOf(list, 'syncPoint'),
      elements: listOf(list, 'list').map(String),
      activation: activationOf(optionalText(status, 'activationStatus')),
    };
  }

  held({ elements }: AkamaiState): HeldEntry[] {
    return elements.map(listed);
  }

  capacity(): Capacity {
    const total = this.where.max_items;
    return { ipv4: total, ipv6: total, total };
  }

  plan(list: AkamaiState, wanted: readonly AddressEntry[]): AkamaiRequest[] {
    return planAkamaiList(list, wanted);
  }

  async send(request: AkamaiRequest): Promise<void> {
    const { network, notify, list_id: uniqueId } = this.where;
    if (request.kind === 'activate') {
      const comments = 'wherefore: verdicts changed';
      const body = { comments, notificationRecipients: notify };
      await this.#call('POST', `/environments/${network}/activate`, body);
      return;
    }
    const { syncPoint, elements } = request;
    const description = 'wherefore: replaced by the push process';
    const body = { name: this.#name, type: 'IP', uniqueId, syncPoint, description, list: elements };
    await this.#call('PUT', '', body);
  }

  describe(request: AkamaiRequest): string {
    return request.kind === 'activate'
      ? `activate the list in ${this.where.network}`
      : `replace the list: ${request.elements.length} elements`;
  }

  async #call(method: ApiCall['method'], path: string, body?: unknown): Promise<unknown> {
    const { url, list_id: list, client_token, client_secret, access_token } = this.where;
    await this.tools.spend(`akamai-calls:${url}`, CALLS);
    const whole = new URL(`/network-list/v2/network-lists/${list}${path}`, url);
    const authorization = edgeGridHeader(
      { method, url: whole, body: body === undefined ? '' : JSON.stringify(body) },
      {
        clientToken: this.tools.secret(client_token),
        clientSecret: this.tools.secret(client_secret),
        accessToken: this.tools.secret(access_token),
      },
      timestampOf(this.tools.clock.now()),
      randomUUID(),
    );
    return callApi({
      service: 'Akamai',
      method,
      url: whole.href,
      body,
      headers: { authorization },
    });
  }
}

function activationOf(status: string): AkamaiList['activation'] {
  if (status === 'ACTIVE') return 'active';
  return status.startsWith('PENDING') ? 'pending' : 'inactive';
}

/** `20140321T19:34:21+0000` */
function timestampOf(now: number): string {
  return new Date(now)
    .toISOString()
    .replace(/-/g, '')
    .replace(/\.\d+Z$/, '+0000');
}

/** A list of addresses of Akamai's (network list, client list of type IP), and its activation. */
export const akamai: TargetKind<AkamaiDescription> = {
  kind: 'akamai',
  Description: AkamaiDescription,
  // An activation takes minutes, and another cannot start before it has ended.
  everyMs: 60_000,
  reconcileMs: 600_000,
  tellsActionsApart: false,
  keepsExpiry: false,
  longestIpv6: 128,
  open: (description, tools) => new AkamaiTarget(description, tools),
};
