import { type DynamicModule, Module } from '@nestjs/common';
import {
  type ClickHouseConfig,
  HealthModule,
  type Logger,
  MetricsRegistry,
  ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import { createStore } from '#libs/store';
import { type KafkaConfig } from '#libs/stream';
import { EventMetrics } from './events/event-metrics.js';
import { StoredEvents } from './events/stored-events.js';
import { VerdictMetrics } from './verdicts/verdict-metrics.js';
import { reachAnyBroker } from './kafka/reach-any-broker.js';

/** Wires what is served over HTTP: health, readiness, and metrics read from the store. */
@Module({})
export class ServeModule {
  static register(
    clickhouse: ClickHouseConfig,
    kafka: KafkaConfig | null,
    logger: Logger,
  ): DynamicModule {
    return {
      module: ServeModule,
      imports: [HealthModule],
      providers: [
        {
          provide: StoredEvents,
          inject: [ReadinessRegistry],
          useFactory: (readiness: ReadinessRegistry) => {
            const store = createStore({
              url: clickhouse.CLICKHOUSE_URL,
              user: clickhouse.CLICKHOUSE_USER,
              password: clickhouse.CLICKHOUSE_PASSWORD,
              database: clickhouse.CLICKHOUSE_DATABASE,
            });
            readiness.register('clickhouse', () => store.ping());
            readiness.register('schema', () => store.query('SELECT 1 FROM access_events LIMIT 0'));
            if (kafka !== null)
              readiness.register('kafka', () => reachAnyBroker(kafka.KAFKA_BROKERS));
            return new StoredEvents(store, systemClock);
          },
        },
        {
          provide: EventMetrics,
          inject: [MetricsRegistry, StoredEvents],
          useFactory: (registry: MetricsRegistry, events: StoredEvents) =>
            new EventMetrics(registry, () => events.totals(), logger),
        },
        {
          provide: VerdictMetrics,
          inject: [MetricsRegistry, StoredEvents],
          useFactory: (registry: MetricsRegistry, events: StoredEvents) =>
            new VerdictMetrics(registry, () => events.verdicts(), logger),
        },
      ],
    };
  }
}
