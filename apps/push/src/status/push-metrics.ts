import { type TargetStatus } from '#libs/enforcement';
import { type MetricsRegistry } from '#libs/platform';
import { Counter, Gauge } from 'prom-client';

interface Reading {
  readonly name: string;
  readonly help: string;
  readonly of: (status: TargetStatus) => number;
}

const READINGS: readonly Reading[] = [
  { name: 'entries', help: 'Entries of ours at the target', of: ({ entries }) => entries },
  { name: 'dropped', help: 'Blocks that did not fit', of: ({ dropped }) => dropped },
  {
    name: 'dropped_share',
    help: 'Worth of the blocks that did not fit, of all: 0 to 1',
    of: ({ droppedShare }) => droppedShare,
  },
  {
    name: 'failing',
    help: '1 while the target cannot be brought in step and keeps what it had',
    of: ({ state }) => (state === 'failing' ? 1 : 0),
  },
  {
    name: 'held_back',
    help: '1 while a large change waits to be confirmed',
    of: ({ state }) => (state === 'held_back' ? 1 : 0),
  },
  {
    name: 'last_success_timestamp_seconds',
    help: 'When the target was last in step; 0 for never',
    of: ({ lastSuccess }) => lastSuccess / 1_000,
  },
];

/** What Prometheus is told of each target; read from its status when it asks. */
export class PushMetrics {
  readonly #requests: Counter<'target'>;
  readonly #failures: Counter<'target' | 'code'>;
  readonly #unreadable: Counter;

  #statuses: () => readonly TargetStatus[] = () => [];

  constructor(registry: MetricsRegistry) {
    const registers = [registry];
    this.#showReadings(registers);
    const counter = <Label extends string>(
      name: string,
      help: string,
      labelNames: Label[],
    ): Counter<Label> =>
      new Counter({ name: `wherefore_push_${name}`, help, labelNames, registers });
    this.#requests = counter('requests_total', 'Changes sent to the target', ['target']);
    this.#failures = counter('failures_total', 'Cycles that failed', ['target', 'code']);
    this.#unreadable = counter(
      'unreadable_messages_total',
      'Messages of the verdict topic that this version does not understand',
      [],
    );
  }

  /** Shows these from now on. */
  watch(statuses: () => readonly TargetStatus[]): void {
    this.#statuses = statuses;
  }

  #showReadings(registers: MetricsRegistry[]): void {
    for (const { name, help, of } of READINGS) {
      const gauge: Gauge = new Gauge({
        name: `wherefore_push_${name}`,
        help,
        labelNames: ['target'],
        registers,
        collect: () => {
          for (const status of this.#statuses()) gauge.set({ target: status.name }, of(status));
        },
      });
    }
    const leftOut: Gauge = new Gauge({
      name: 'wherefore_push_left_out',
      help: 'Verdicts that the target cannot say or must not get',
      labelNames: ['target', 'reason'],
      registers,
      collect: () => {
        leftOut.reset();
        for (const { name: target, leftOut: reasons } of this.#statuses())
          for (const [reason, count] of Object.entries(reasons))
            leftOut.set({ target, reason }, count);
      },
    });
  }

  request(target: string): void {
    this.#requests.inc({ target });
  }

  failure(target: string, code: string): void {
    this.#failures.inc({ target, code });
  }

  unreadable(): void {
    this.#unreadable.inc();
  }
}
