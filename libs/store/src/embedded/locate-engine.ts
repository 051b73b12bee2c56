import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { EmbeddedClickHouseError } from './embedded-clickhouse-error.js';

/** Where the engine's shared library and the foreign function interface to call it lie. */
export interface Engine {
  readonly libraryPath: string;
  readonly ffiPath: string;
}

const PLATFORM_PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@chdb/lib-linux-x64-gnu',
  'linux-arm64': '@chdb/lib-linux-arm64-gnu',
  'darwin-x64': '@chdb/lib-darwin-x64',
  'darwin-arm64': '@chdb/lib-darwin-arm64',
};

/**
 * Finds ClickHouse as npm delivers it: `libchdb.so` in the platform package of `chdb`.
 * @throws EmbeddedClickHouseError on a platform without one (musl, Windows) or when optional packages were left out.
 */
export const locateEngine = (): Engine => {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = PLATFORM_PACKAGES[platform];
  if (packageName === undefined) {
    throw new EmbeddedClickHouseError(
      `no embedded ClickHouse for ${platform}: set CLICKHOUSE_URL to a server of your own`,
    );
  }
  const require = createRequire(import.meta.url);
  try {
    const packageFolder = dirname(require.resolve(`${packageName}/package.json`));
    return {
      libraryPath: join(packageFolder, 'libchdb.so'),
      ffiPath: require.resolve('ffi-rs'),
    };
  } catch (error) {
    throw new EmbeddedClickHouseError(
      `${packageName} is not installed: run npm ci with optional dependencies, or set CLICKHOUSE_URL to a server of your own`,
      { cause: error },
    );
  }
};
