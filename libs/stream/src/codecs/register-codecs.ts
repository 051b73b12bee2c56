import kafkajs from 'kafkajs';
import { codecOf, COMPRESSING_TYPES } from './codecs.js';
import { type KafkaCodec } from './kafka-codec.js';

/**
 * Fills kafkajs's table of codecs, which is global: by itself it knows gzip only, without a limit to what comes out. Producers
 * compress with these; consumers of ours decompress by themselves.
 */
export function registerCodecs(): void {
  const table = kafkajs.CompressionCodecs as Record<number, () => KafkaCodec>;
  for (const type of COMPRESSING_TYPES) {
    const codec = codecOf(type);
    table[type] = () => codec;
  }
}
