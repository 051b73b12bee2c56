import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StreamError } from '../stream-error.js';
import { mavenProject } from './kafka-release.js';

const run = promisify(execFile);

const jarsIn = (cacheDir: string): string => join(cacheDir, 'lib');

export const hasKafkaJars = (cacheDir: string): boolean => existsSync(jarsIn(cacheDir));

/**
 * Resolves the broker's jars (about 43 MB) once and keeps them in `cacheDir`. Two processes may do so at once: each
 * downloads into a folder of its own, and whoever renames first wins.
 */
export async function resolveKafkaJars(cacheDir: string): Promise<string> {
  const jars = jarsIn(cacheDir);
  if (hasKafkaJars(cacheDir)) return jars;
  await mkdir(cacheDir, { recursive: true });
  const download = await mkdtemp(join(cacheDir, 'download-'));
  try {
    await copyDependencies(download);
    await rename(join(download, 'lib'), jars).catch((error: unknown) => {
      if (!hasKafkaJars(cacheDir)) throw error;
    });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
  return jars;
}

async function copyDependencies(download: string): Promise<void> {
  const pom = join(download, 'pom.xml');
  await writeFile(pom, mavenProject());
  const args = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  try {
    await run('mvn', [...args, `-DoutputDirectory=${join(download, 'lib')}`], {
      timeout: 600_000,
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    throw new StreamError(
      'KAFKA_DOWNLOAD_FAILED',
      `Maven could not fetch the Kafka broker: check the network and Maven's settings.xml, or set KAFKA_BROKERS to an existing cluster. Maven said: ${lastWords(error)}`,
      true,
      { cause: error },
    );
  }
}

function lastWords(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: string; stderr?: string };
  return `${stdout ?? ''}${stderr ?? ''}`.trim().slice(-600) || String(error);
}
