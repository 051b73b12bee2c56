import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/** Programs that have to be there, with the Debian package of each. */
export type Programs = Readonly<Record<string, string>>;

/**
 * Installs what is missing, as root on a Debian. Where that does not work, says so in one line and why.
 *
 * @returns whether all programs are there
 */
export function installed(programs: Programs): boolean {
  const missing = (): string[] => Object.keys(programs).filter((path) => !existsSync(path));
  if (missing().length === 0) return true;
  const packages = [...new Set(missing().map((path) => String(programs[path])))];
  const why = install(packages);
  if (missing().length === 0) return true;
  process.stderr.write(`Skipped: ${packages.join(', ')} cannot be installed here: ${why}\n`);
  return false;
}

function install(packages: readonly string[]): string {
  if (process.getuid?.() !== 0) return 'that takes root';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]): void => {
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], { env, stdio: 'pipe' });
  };
  try {
    const lists = '/var/lib/apt/lists';
    if (!existsSync(lists) || readdirSync(lists).length < 3) apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
    return 'its package has other files';
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
