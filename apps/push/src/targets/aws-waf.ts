import {
  type AddressEntry,
  AWS_IP_SET_SIZE,
  type AwsIpSet,
  type AwsIpSetUpdate,
  type Capacity,
  planAwsIpSets,
  type RateBudget,
} from '#libs/enforcement';
import { type WAFV2Client } from '@aws-sdk/client-wafv2';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { ApiUrl, Choice, Secret, Text } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { awsFailure } from './aws-failure.js';
import { listed } from './listed.js';
import { demandMark } from './mark.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class IpSetReference {
  @Text(/^[\w-]{1,128}$/, 'must be the name of an IP set')
  readonly name!: string;

  @Text(/^[\w-]{1,36}$/, 'must be the id of an IP set')
  readonly id!: string;
}

class AwsWafDescription extends TargetDescription {
  @Text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as eu-central-1')
  readonly region!: string;

  @IsOptional()
  @Choice(['REGIONAL', 'CLOUDFRONT'])
  readonly scope: 'REGIONAL' | 'CLOUDFRONT' = 'REGIONAL';

  @ValidateNested()
  @ArrayMinSize(1, { message: 'must be a list of IP sets: {name, id}' })
  @Type(() => IpSetReference)
  readonly ip_sets!: readonly IpSetReference[];

  /** Both or neither. Without: as the AWS SDK finds them (role, profile, variables). */
  @ValidateIf(hasOwnKey)
  @Secret()
  readonly access_key_id?: SecretReference;

  @ValidateIf(hasOwnKey)
  @Secret()
  readonly secret_access_key?: SecretReference;

  @IsOptional()
  @ApiUrl()
  readonly url?: string;
}

function hasOwnKey({ access_key_id: id, secret_access_key: key }: AwsWafDescription): boolean {
  return id !== undefined || key !== undefined;
}

/** "Maximum rate of requests" of the AWS WAF quotas, of an account and region: 1 a second to change, 5 to read. */
const UPDATES: RateBudget = { burst: 1, perSecond: 1 };
const READS: RateBudget = { burst: 5, perSecond: 5 };

class AwsWafTarget implements PushTarget<readonly AwsIpSet[], AwsIpSetUpdate> {
  #client: Promise<WAFV2Client> | undefined;

  constructor(
    private readonly where: AwsWafDescription,
    private readonly tools: TargetTools,
  ) {}

  async read(): Promise<AwsIpSet[]> {
    const sets: AwsIpSet[] = [];
    for (const set of this.where.ip_sets) sets.push(await this.#readSet(set));
    return sets;
  }

  held(sets: readonly AwsIpSet[]): HeldEntry[] {
    return sets.flatMap(({ addresses }) => addresses.map(listed));
  }

  capacity(sets: readonly AwsIpSet[]): Capacity {
    const of = (version: 4 | 6): number =>
      sets.filter((set) => set.version === version).length * AWS_IP_SET_SIZE;
    return { ipv4: of(4), ipv6: of(6), total: of(4) + of(6) };
  }

  plan(sets: readonly AwsIpSet[], wanted: readonly AddressEntry[]): AwsIpSetUpdate[] {
    return planAwsIpSets(sets, wanted);
  }

  async send({ id, name, lockToken, addresses }: AwsIpSetUpdate): Promise<void> {
    await this.tools.spend(`aws-waf-updates:${this.where.region}`, UPDATES);
    const { UpdateIPSetCommand } = await import('@aws-sdk/client-wafv2');
    const client = await this.#open();
    await client
      .send(
        new UpdateIPSetCommand({
          Id: id,
          Name: name,
          Scope: this.where.scope,
          LockToken: lockToken,
          Addresses: [...addresses],
          Description: 'wherefore: replaced by the push process',
        }),
      )
      .catch(awsFailure);
  }

  describe({ name, addresses }: AwsIpSetUpdate): string {
    return `UpdateIPSet ${name}: ${addresses.length} addresses`;
  }

  async #readSet({ id, name }: IpSetReference): Promise<AwsIpSet> {
    await this.tools.spend(`aws-waf-reads:${this.where.region}`, READS);
    const { GetIPSetCommand } = await import('@aws-sdk/client-wafv2');
    const client = await this.#open();
    const { IPSet: set, LockToken: lockToken = '' } = await client
      .send(new GetIPSetCommand({ Id: id, Name: name, Scope: this.where.scope }))
      .catch(awsFailure);
    demandMark(`The IP set ${name}`, set?.Description ?? '');
    return {
      id,
      name,
      lockToken,
      version: set?.IPAddressVersion === 'IPV6' ? 6 : 4,
      addresses: set?.Addresses ?? [],
    };
  }

  /** The SDK is loaded by those who use it. It tries nothing again: whoever calls does, within the budget. */
  #open(): Promise<WAFV2Client> {
    const { region, url, access_key_id: id, secret_access_key: key } = this.where;
    this.#client ??= import('@aws-sdk/client-wafv2').then(
      ({ WAFV2Client: Client }) =>
        new Client({
          region,
          maxAttempts: 1,
          ...(url !== undefined && { endpoint: url }),
          ...(id !== undefined &&
            key !== undefined && {
              // Asked again before they expire, so that rotated keys count.
              credentials: () =>
                Promise.resolve({
                  accessKeyId: this.tools.secret(id),
                  secretAccessKey: this.tools.secret(key),
                  expiration: new Date(this.tools.clock.now() + CREDENTIALS_MS),
                }),
            }),
        }),
    );
    return this.#client;
  }
}

const CREDENTIALS_MS = 600_000;

/** IP sets of AWS WAF: whole lists, guarded by lock tokens. */
export const awsWaf: TargetKind<AwsWafDescription> = {
  kind: 'aws_waf',
  Description: AwsWafDescription,
  everyMs: 5_000,
  reconcileMs: 300_000,
  tellsActionsApart: false,
  keepsExpiry: false,
  longestIpv6: 128,
  open: (description, tools) => new AwsWafTarget(description, tools),
};
