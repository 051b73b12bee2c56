import { type Logger } from '#libs/platform';
import { identifyLog, type LogFile } from '../files/identify-log.js';
import { lineChunks } from '../files/line-chunks.js';
import { lineRecords } from '../files/line-records.js';
import { LogFileError } from '../files/log-file-error.js';
import { openLog, type OpenLog } from '../files/open-log.js';
import { Latch } from './latch.js';
import { type LogHandlers, type LogRecord, type LogSource } from './log-source.js';

export interface FileSourceOptions {
  readonly paths: readonly string[];
  /** Stands for the append time of every line; milliseconds. */
  readonly appendTime: number;
  readonly logger: Logger;
}

export interface FileProgress {
  /** Bytes on the disk. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

const ONLY_PARTITION = 0;
const HIGH_WATERMARK_UNKNOWN = -1;
/** Some chunks of the file, whatever its size. */
const HELD_BYTES = 4 * 1_048_576;

/**
 * Log files as topics of one partition, one after another; the offset is the number of the line, from 0.
 * All files are read once through before the first line is delivered: when one of them cannot be read,
 * `run` rejects and nothing of any of them is stored. What is not stored after a stop or a failure is
 * delivered by the next run.
 */
export class FileSource implements LogSource {
  readonly isEndless = false;
  readonly #options: FileSourceOptions;
  readonly #stopped = new AbortController();
  readonly #open = new Latch();
  #current: LogFile | undefined;
  #reading: OpenLog | undefined;
  #bytesDone = 0;
  #bytesTotal = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(options: FileSourceOptions) {
    this.#options = options;
  }

  get progress(): FileProgress {
    const bytesRead = this.#bytesDone + (this.#reading?.bytesRead() ?? 0);
    return { bytesRead, bytesTotal: this.#bytesTotal };
  }

  get isReady(): boolean {
    return this.#bytesTotal > 0;
  }

  async run(handlers: LogHandlers): Promise<void> {
    const files: LogFile[] = [];
    for (const path of this.#options.paths) files.push(await identifyLog(path));
    this.#bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
    for (const file of files) {
      if (this.#stopped.signal.aborted) return;
      await this.#deliverFile(file, handlers);
    }
  }

  pause(): void {
    this.#open.close();
  }

  resume(): void {
    this.#open.open();
  }

  assigned(): { topic: string; partition: number }[] {
    return this.#current === undefined
      ? []
      : [{ topic: this.#current.topic, partition: ONLY_PARTITION }];
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#open.open();
    await this.#underWay;
  }

  /** Delivers the lines not yet stored as one batch, which is read as it is stored. */
  async #deliverFile(file: LogFile, handlers: LogHandlers): Promise<void> {
    const { path, topic, size } = file;
    this.#current = file;
    const from = Math.max(0, await handlers.onAssign(topic, ONLY_PARTITION));
    this.#options.logger.info('reading a log file', { path, topic, size, fromLine: from });
    const delivered = handlers.onBatch({
      topic,
      partition: ONLY_PARTITION,
      from,
      size: HELD_BYTES,
      highWatermark: HIGH_WATERMARK_UNKNOWN,
      signal: this.#stopped.signal,
      records: () => this.#records(file, from),
    });
    this.#underWay = delivered.catch(() => undefined);
    await delivered;
    this.#reading = undefined;
    this.#bytesDone += size;
    this.#current = undefined;
  }

  async *#records({ path, size }: LogFile, from: number): AsyncGenerator<LogRecord[]> {
    try {
      const log = await openLog(path, size);
      this.#reading = log;
      for await (const records of lineRecords(
        lineChunks(log.bytes),
        from,
        this.#options.appendTime,
      )) {
        await this.#open.opened();
        if (this.#stopped.signal.aborted) return;
        yield records;
      }
    } catch (error) {
      throw new LogFileError(path, error);
    }
  }
}
