import { ConfigError, loadConfigs } from '#libs/platform';
import { loadPolicy, loadSources, SourcesError } from '#libs/sources';
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

/** @throws ConfigError naming every wrong variable, or every wrong line of the file that one names */
export function loadSettings(env: Readonly<Record<string, string | undefined>>): PushSettings {
  const { push, kafka } = loadConfigs({ push: PushConfig, kafka: KafkaConfig }, env);
  const { PUSH_FILE, SOURCES_FILE, POLICY_FILE } = push;
  const file = orConfigError('PUSH_FILE', () => loadPushFile(PUSH_FILE));
  const proxies =
    SOURCES_FILE === '' ? [] : orConfigError('SOURCES_FILE', () => proxiesOf(SOURCES_FILE));
  // Read again by whoever asks it; here, so that a wrong one ends the process before it starts.
  if (POLICY_FILE !== '') orConfigError('POLICY_FILE', () => loadPolicy(POLICY_FILE));
  return { config: push, kafka, file, never: [...file.never, ...proxies] };
}

function orConfigError<T>(variable: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PushFileError || error instanceof SourcesError)) throw error;
    throw new ConfigError([{ variable, problem: `names a file that is wrong. ${error.message}` }]);
  }
}

function proxiesOf(path: string): string[] {
  return loadSources(path)
    .flatMap(({ identity }) => identity?.trustedProxies ?? [])
    .filter((proxy) => proxy !== 'unix');
}
