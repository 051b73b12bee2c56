import { type Provider } from '@nestjs/common';
import { type Logger, MetricsRegistry, systemClock } from '#libs/platform';
import { Store } from '#libs/store';
import { type KafkaConfig } from '#libs/stream';
import { type AnalyseConfig } from '../analyse-config.js';
import { GuardMetrics } from '../guards/guard-metrics.js';
import { PublicationAlerts } from '../guards/publication-alerts.js';
import { PublicationGuards } from '../guards/publication-guards.js';
import { FeedbackTopic } from './feedback-topic.js';
import { OperatorBoard } from './operator-board.js';

/** What persons may order, and what holds verdicts back until they do. */
export function orderProviders(
  config: AnalyseConfig,
  kafka: KafkaConfig | null,
  logger: Logger,
): Provider[] {
  return [
    {
      provide: OperatorBoard,
      inject: [Store],
      useFactory: (store: Store) => new OperatorBoard(store),
    },
    {
      provide: PublicationAlerts,
      inject: [MetricsRegistry],
      useFactory: (registry: MetricsRegistry) =>
        new PublicationAlerts(new GuardMetrics(registry), logger),
    },
    {
      provide: PublicationGuards,
      inject: [Store, PublicationAlerts, OperatorBoard],
      useFactory: (store: Store, alerts: PublicationAlerts, board: OperatorBoard) =>
        new PublicationGuards(store, systemClock, alerts, () => board.publication !== 'run'),
    },
    {
      provide: FeedbackTopic,
      inject: [Store],
      useFactory: (store: Store) =>
        new FeedbackTopic(store, kafka, config.FEEDBACK_TOPIC, systemClock, logger),
    },
  ];
}
