import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule, SchedulerRegistry } from '@nestjs/schedule';
import { type Logger, MetricsRegistry, systemClock } from '#libs/platform';
import { LogAudit, type Store } from '#libs/store';
import { createKafka, type KafkaConfig, kafkaConnection, knownTopicEnds } from '#libs/stream';
import { AuditMetrics } from './audit-metrics.js';
import { LogAuditor } from './log-auditor.js';

export interface AuditOptions {
  readonly store: Store;
  readonly kafka: KafkaConfig | null;
  readonly everyMs: number;
  readonly logger: Logger;
}

/** Wires the audit of the stored log: timer → auditor → store and brokers → metrics and log. */
@Module({})
export class AuditModule {
  static register({ store, kafka, everyMs, logger }: AuditOptions): DynamicModule {
    const client = kafka === null ? null : createKafka(kafkaConnection(kafka, logger));
    return {
      module: AuditModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        {
          provide: LogAuditor,
          inject: [MetricsRegistry, SchedulerRegistry],
          useFactory: (registry: MetricsRegistry, timers: SchedulerRegistry) =>
            new LogAuditor({
              audit: new LogAudit(store),
              ends: (topics) =>
                client === null ? Promise.resolve(new Map()) : knownTopicEnds(client, topics),
              metrics: new AuditMetrics(registry),
              timers,
              clock: systemClock,
              logger,
              everyMs,
            }),
        },
      ],
    };
  }
}
