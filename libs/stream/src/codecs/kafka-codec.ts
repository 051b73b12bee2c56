/** How kafkajs calls a compression codec; the encoder holds the bytes of the records. */
export interface KafkaCodec {
  compress: (encoder: { buffer: Buffer }) => Promise<Buffer>;
  decompress: (compressed: Buffer) => Promise<Buffer>;
}

/**
 * gzip (1:1032) and zstd (no limit) can turn one batch of a megabyte into more than the memory we have. Kafka's own
 * limit for a batch is 1 MiB compressed; logs compress 5 to 20 times, so this leaves plenty.
 */
export const MAX_DECOMPRESSED_BYTES = 128 * 1024 * 1024;
