import {
  type AddressEntry,
  type Capacity,
  type MapCommand,
  type MapLine,
  planHaproxyMap,
} from '#libs/enforcement';
import { Text } from '../file/field-rules.js';
import { TargetDescription } from '../file/target-description.js';
import { canonicalCidr } from './canonical-cidr.js';
import { askHaproxy } from './haproxy-socket.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { TargetError } from './target-error.js';
import { type TargetKind } from './target-kind.js';

class HaproxyDescription extends TargetDescription {
  @Text(
    /^(\/.+|[\w.-]+:\d{1,5}|\[[\da-fA-F:]+\]:\d{1,5})$/,
    'must be the path of a socket, or host:port',
  )
  readonly socket!: string;

  /** As HAProxy's configuration names it. */
  @Text(/^[^\s;<]{1,500}$/, 'must be the map as the configuration names it, without blanks')
  readonly map!: string;
}

/** Assumption: 100,000 entries cost HAProxy 42 MB (measured on 2.6); who has the memory sets max_entries. */
const MOST = 100_000;

class HaproxyTarget implements PushTarget<readonly MapLine[], MapCommand> {
  #version = '';

  constructor(private readonly where: HaproxyDescription) {}

  async read(): Promise<MapLine[]> {
    const answer = await this.#ask(`show map ${this.where.map}`);
    return answer
      .split('\n')
      .filter((line) => line.startsWith('0x'))
      .map((line) => {
        const [, key = '', ...value] = line.split(' ');
        return { key: canonicalCidr(key), value: value.join(' ') };
      });
  }

  held(lines: readonly MapLine[]): HeldEntry[] {
    return lines.map(({ key, value }) => ({ cidr: key, action: value, endsAt: null }));
  }

  capacity(): Capacity {
    return { ipv4: MOST, ipv6: MOST, total: MOST };
  }

  plan(lines: readonly MapLine[], wanted: readonly AddressEntry[]): MapCommand[] {
    return planHaproxyMap(lines, wanted);
  }

  async send(command: MapCommand): Promise<void> {
    const { map } = this.where;
    if (command.kind === 'prepare') {
      const answer = await this.#ask(`prepare map ${map}`);
      const version = /version created: (\d+)/i.exec(answer)?.[1];
      if (version === undefined) throw refused(answer);
      this.#version = version;
      return;
    }
    const answer = await this.#ask(
      command.kind === 'add'
        ? `add map @${this.#version} ${map} <<\n${command.payload}`
        : `commit map @${this.#version} ${map}`,
    );
    if (answer.trim() !== '') throw refused(answer);
  }

  describe(command: MapCommand): string {
    const { map } = this.where;
    if (command.kind !== 'add') return `${command.kind} map ${map}`;
    return `add map ${map}: ${command.payload.trimEnd().split('\n').length} lines`;
  }

  async #ask(command: string): Promise<string> {
    const answer = await askHaproxy(this.where.socket, command);
    if (/unknown map identifier/i.test(answer))
      throw new TargetError(
        'NOT_FOUND',
        `HAProxy knows no map ${this.where.map}: name it as its configuration does, in a rule that uses it (docs/operations/enforce-with-other-targets.md).`,
      );
    if (/permission denied/i.test(answer))
      throw new TargetError('DENIED', 'HAProxy’s socket needs "level admin" for this.');
    return answer;
  }
}

function refused(answer: string): TargetError {
  return new TargetError('REFUSED', `HAProxy said: ${answer.trim().slice(0, 200)}`);
}

/** A map of HAProxy, swapped through the runtime API without a reload. */
export const haproxy: TargetKind<HaproxyDescription> = {
  kind: 'haproxy',
  Description: HaproxyDescription,
  everyMs: 2_000,
  // A reload of HAProxy puts the map's file back.
  reconcileMs: 10_000,
  tellsActionsApart: true,
  keepsExpiry: false,
  longestIpv6: 128,
  open: (description) => new HaproxyTarget(description),
};
