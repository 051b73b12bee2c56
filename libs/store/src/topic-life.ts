/** No Kafka topic has it in its name. */
const MARK = '@';

/** A life of a topic: it counts its offsets anew when it is deleted and made again. */
export interface TopicLife {
  /** As the brokers know it. */
  topic: string;
  /** From 1. */
  epoch: number;
}

/**
 * What a topic's name in the stored rows stands for. The first life is stored under the topic's own name, later ones as
 * `name@2`, `name@3`, so that an offset means one thing only.
 */
export function topicLife(stored: string): TopicLife {
  const [topic = '', epoch = '1'] = stored.split(MARK);
  return { topic, epoch: Number(epoch) };
}
