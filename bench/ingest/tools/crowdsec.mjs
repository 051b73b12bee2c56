import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import getPort from 'get-port';
import { notInstalled } from './installed.mjs';
import { runTool } from './run-tool.mjs';
import { withFolder } from './with-folder.mjs';

/** The hub that Debian packs with it: nothing is asked of the network. */
const HUB = '/usr/share/crowdsec/hub';
const DATA = '/usr/share/crowdsec/data';
const SETTINGS = '/etc/crowdsec';
/** What upstream has a web server enable, and what the collections name in turn. */
const COLLECTIONS = ['base-http-scenarios', 'http-cve', 'nginx'];
const PARSERS = {
  's00-raw': ['syslog-logs'],
  's01-parse': ['nginx-logs'],
  's02-enrich': ['dateparse-enrich', 'http-logs', 'whitelists'],
};
/** It takes minutes for what the others do in seconds. */
const MOST_LINES = 20_000;

/** CrowdSec replaying the first lines with the nginx parser and the scenarios of its web collections. */
export const crowdsec = {
  name: 'crowdsec',
  what: 'CrowdSec replaying the first lines, combined',
  lacks: 'Kafka, rows, whole visits: leaky buckets per address and their alerts',
  once: true,
  missing: () =>
    notInstalled('crowdsec', 'crowdsec') ||
    (existsSync(join(HUB, '.index.json')) ? '' : `its hub is not on disk (${HUB})`),
  run: ({ log }) =>
    withFolder(async (folder) => {
      const lines = Math.min(log.lines, MOST_LINES);
      await prepare(folder, await getPort({ host: '127.0.0.1' }));
      await writeFile(join(folder, 'access.log'), await firstLines(log.files.combined, lines));
      const replay = (file) =>
        runTool(
          'crowdsec',
          [
            '-c',
            join(folder, 'config.yaml'),
            '-dsn',
            `file://${file}`,
            '-type',
            'nginx',
            '-no-capi',
            '-info',
          ],
          { folder },
        );
      await writeFile(join(folder, 'nothing.log'), await firstLines(log.files.combined, 1));
      const start = await replay(join(folder, 'nothing.log'));
      const run = await replay(join(folder, 'access.log'));
      return {
        lines,
        wall: run.wall - start.wall,
        worker: run.worker - start.worker,
        memory: run.memory,
      };
    }),
};

async function prepare(folder, port) {
  const settings = join(folder, 'settings');
  const hub = join(folder, 'hub');
  await mkdir(settings);
  await cp(DATA, join(folder, 'data'), { recursive: true });
  // The scenario asks for it by its name upstream; without it, every line is an error message.
  await copyFile(join(DATA, 'path_traversal.txt'), join(folder, 'data', 'http_path_traversal.txt'));
  await cp(HUB, hub, { recursive: true });
  await cp(join(SETTINGS, 'patterns'), join(settings, 'patterns'), { recursive: true });
  for (const file of ['profiles.yaml', 'simulation.yaml']) {
    await copyFile(join(SETTINGS, file), join(settings, file));
  }
  await enable(hub, settings);
  await writeFile(join(folder, 'config.yaml'), configuration(folder, port));
  const credentials = [
    'machines',
    'add',
    'bench',
    '--force',
    '--password',
    randomBytes(12).toString('hex'),
  ];
  execFileSync('cscli', ['-c', join(folder, 'config.yaml'), '--error', ...credentials], {
    stdio: 'ignore',
  });
}

async function enable(hub, settings) {
  const put = async (from, kind) => {
    await mkdir(join(settings, kind), { recursive: true });
    await symlink(from, join(settings, kind, basename(from)));
  };
  for (const name of COLLECTIONS)
    await put(join(hub, 'collections/crowdsecurity', `${name}.yaml`), 'collections');
  for (const [stage, names] of Object.entries(PARSERS)) {
    for (const name of names)
      await put(join(hub, 'parsers', stage, 'crowdsecurity', `${name}.yaml`), `parsers/${stage}`);
  }
  for (const scenario of await scenariosOf(hub))
    await put(join(hub, 'scenarios', `${scenario}.yaml`), 'scenarios');
}

async function scenariosOf(hub) {
  const texts = await Promise.all(
    COLLECTIONS.map((name) =>
      readFile(join(hub, 'collections/crowdsecurity', `${name}.yaml`), 'utf8'),
    ),
  );
  const scenarios = texts.flatMap((text) => {
    const block = /^scenarios:\n((?:[ \t]*-.*\n|[ \t]*#.*\n)*)/m.exec(text)?.[1] ?? '';
    return [...block.matchAll(/^\s*-\s*(\S+)/gm)].map(([, name]) => name);
  });
  return [...new Set(scenarios)].filter((name) =>
    existsSync(join(hub, 'scenarios', `${name}.yaml`)),
  );
}

const configuration = (folder, port) => `common:
  daemonize: false
  log_media: stdout
  log_level: info
  working_dir: ${folder}
config_paths:
  config_dir: ${folder}/settings
  data_dir: ${folder}/data
  simulation_path: ${folder}/settings/simulation.yaml
  hub_dir: ${folder}/hub
  index_path: ${folder}/hub/.index.json
crowdsec_service:
  parser_routines: 1
cscli:
  output: human
db_config:
  type: sqlite
  db_path: ${folder}/data/crowdsec.db
api:
  client:
    credentials_path: ${folder}/settings/local_api_credentials.yaml
  server:
    listen_uri: 127.0.0.1:${port}
    profiles_path: ${folder}/settings/profiles.yaml
prometheus:
  enabled: false
`;

async function firstLines(file, count) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (lines.push(line) === count) break;
  }
  return `${lines.join('\n')}\n`;
}
