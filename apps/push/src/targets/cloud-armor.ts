import {
  type AddressEntry,
  type AddressGroupChange,
  budgetOf,
  type Capacity,
  planAddressGroup,
} from '#libs/enforcement';
import { IsOptional } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { ApiUrl, Secret, Text } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { type ApiCall, callApi } from '../http/call-api.js';
import { listOf, numberOf, optionalText, textOf } from '../http/read-answer.js';
import { GoogleSignIn } from './google-sign-in.js';
import { listed } from './listed.js';
import { demandMark } from './mark.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { TargetError } from './target-error.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class CloudArmorDescription extends TargetDescription {
  @Text(/^[a-z][a-z\d-]{4,28}[a-z\d]$/, 'must be the id of a project')
  readonly project!: string;

  @IsOptional()
  @Text(/^[a-z\d-]{1,60}$/, 'must be global or a region')
  readonly location: string = 'global';

  @Text(/^[A-Za-z][\w-]{0,62}$/, 'must be the name of an address group')
  readonly address_group!: string;

  /** The key of a service account, as JSON. Without it: application default credentials. */
  @IsOptional()
  @Secret()
  readonly service_account?: SecretReference;

  @IsOptional()
  @ApiUrl()
  readonly url: string = 'https://networksecurity.googleapis.com';
}

interface GroupState {
  readonly version: 4 | 6;
  readonly capacity: number;
  readonly items: readonly string[];
}

/** Assumption: below the default quotas of Google's APIs, of 60 and more changes a minute and project. */
const CALLS = budgetOf(60, 60);
const OPERATION_MS = 180_000;
const LOOK_AGAIN_MS = 1_000;

class CloudArmorTarget implements PushTarget<GroupState, AddressGroupChange> {
  readonly #group: string;
  readonly #signIn: GoogleSignIn;

  constructor(
    private readonly where: CloudArmorDescription,
    private readonly tools: TargetTools,
  ) {
    const { project, location, address_group: name, service_account: account } = where;
    this.#group = `projects/${project}/locations/${location}/addressGroups/${name}`;
    this.#signIn = new GoogleSignIn(() => (account === undefined ? null : tools.secret(account)));
  }

  async read(): Promise<GroupState> {
    const group = await this.#call('GET', this.#group);
    const name = this.where.address_group;
    demandMark(`The address group ${name}`, name, optionalText(group, 'description'));
    return {
      version: optionalText(group, 'type') === 'IPV6' ? 6 : 4,
      capacity: numberOf(group, 'capacity'),
      items: listOf(group, 'items').map(String),
    };
  }

  held({ items }: GroupState): HeldEntry[] {
    return items.map(listed);
  }

  capacity({ version, capacity }: GroupState): Capacity {
    return {
      ipv4: version === 4 ? capacity : 0,
      ipv6: version === 6 ? capacity : 0,
      total: capacity,
    };
  }

  plan({ items, capacity }: GroupState, wanted: readonly AddressEntry[]): AddressGroupChange[] {
    return planAddressGroup(items, wanted, capacity);
  }

  async send({ kind, items }: AddressGroupChange): Promise<void> {
    // Google makes a request with the same id only once.
    const body = { items, requestId: randomUUID() };
    const operation = await this.#call('POST', `${this.#group}:${kind}`, body);
    await this.#ended(operation);
  }

  describe({ kind, items }: AddressGroupChange): string {
    return `${kind}: ${items.length} blocks`;
  }

  async #ended(operation: unknown): Promise<void> {
    const deadline = this.tools.clock.monotonic() + OPERATION_MS;
    const name = textOf(operation, 'name');
    for (let state = operation; ;) {
      const { done, error } = state as { done?: unknown; error?: unknown };
      if (error !== undefined && error !== null)
        throw new TargetError(
          'REFUSED',
          `Google could not change the address group: ${optionalText(error, 'message').slice(0, 200)}`,
        );
      if (done === true) return;
      if (this.tools.clock.monotonic() > deadline)
        throw new TargetError('BUSY', 'Google has not ended an operation in three minutes.');
      await this.tools.sleep(LOOK_AGAIN_MS);
      state = await this.#call('GET', name);
    }
  }

  async #call(method: ApiCall['method'], path: string, body?: unknown): Promise<unknown> {
    const { url, project } = this.where;
    await this.tools.spend(`google-calls:${project}`, CALLS);
    const headers = await this.#signIn.headers();
    return callApi({ service: 'Google', method, url: `${url}/v1/${path}`, body, headers });
  }
}

/** An address group of Google Cloud, for security policies of Cloud Armor. It holds one version of addresses. */
export const cloudArmor: TargetKind<CloudArmorDescription> = {
  kind: 'cloud_armor',
  Description: CloudArmorDescription,
  everyMs: 10_000,
  reconcileMs: 600_000,
  tellsActionsApart: false,
  keepsExpiry: false,
  longestIpv6: 128,
  open: (description, tools) => new CloudArmorTarget(description, tools),
};
