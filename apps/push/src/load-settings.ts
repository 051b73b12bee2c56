import { ConfigError, loadConfigs } from '#libs/platform';
import { loadSources, SourcesError } from '#libs/sources';
import { KafkaConfig } from '#libs/stream';
import { loadPushFile } from './file/load-push-file.js';
import { type PushFile } from './file/push-file.js';
import { PushFileError } from './file/push-file-error.js';
import { PushConfig } from './push-config.js';

export interface PushSettings {
  readonly config: PushConfig;
  readonly kafka: KafkaConfig;
  readonly file: PushFile;
  /** What the file says is never pushed, and the trusted proxies of the sources. */
  readonly never: readonly string[];
}

/** @throws ConfigError naming every wrong variable, or every wrong line of PUSH_FILE or SOURCES_FILE */
export function loadSettings(env: Readonly<Record<string, string | undefined>>): PushSettings {
  const { push, kafka } = loadConfigs({ push: PushConfig, kafka: KafkaConfig }, env);
  try {
    const file = loadPushFile(push.PUSH_FILE);
    const proxies = push.SOURCES_FILE === '' ? [] : proxiesOf(push.SOURCES_FILE);
    return { config: push, kafka, file, never: [...file.never, ...proxies] };
  } catch (error) {
    if (!(error instanceof PushFileError || error instanceof SourcesError)) throw error;
    const variable = error instanceof PushFileError ? 'PUSH_FILE' : 'SOURCES_FILE';
    throw new ConfigError([{ variable, problem: `names a file that is wrong. ${error.message}` }]);
  }
}

function proxiesOf(path: string): string[] {
  return loadSources(path)
    .flatMap(({ identity }) => identity?.trustedProxies ?? [])
    .filter((proxy) => proxy !== 'unix');
}
