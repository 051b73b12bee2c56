import getPort from 'get-port';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../support/until.js';
import { RunningProgram } from '../feeds/running-program.js';

const run = promisify(execFile);

/** A decision as a bouncer is told of it. */
export interface ToldDecision {
  readonly id: number;
  readonly origin: string;
  readonly type: string;
  readonly scope: string;
  readonly value: string;
  readonly scenario: string;
  readonly duration: string;
}

/** A local API of CrowdSec's with a database, machines and bouncers of its own; no detection, no central API. */
export class CrowdsecLapi {
  private constructor(
    readonly url: string,
    private readonly config: string,
    private readonly program: RunningProgram,
    private readonly bouncerKey: string,
  ) {}

  /** @param machine who may post decisions, with its password */
  static async start(
    folder: string,
    machine: { readonly name: string; readonly password: string },
  ): Promise<CrowdsecLapi> {
    const config = join(folder, 'crowdsec.yaml');
    const port = await getPort();
    for (const name of ['data', 'hub', 'notifications', 'plugins']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'profiles.yaml'), PROFILES);
    await writeFile(join(folder, 'simulation.yaml'), 'simulation: off\n');
    await writeFile(join(folder, 'credentials.yaml'), '');
    await writeFile(config, configuration(folder, port));
    await run('cscli', [
      ...['-c', config, 'machines', 'add', machine.name, '--password', machine.password],
      ...['--file', join(folder, 'credentials.yaml'), '--force'],
    ]);
    const key = 'bouncer-key-of-a-test';
    await run('cscli', ['-c', config, 'bouncers', 'add', 'edge', '-k', key]);
    const program = new RunningProgram('crowdsec', ['-c', config, '-no-cs']);
    const lapi = new CrowdsecLapi(`http://127.0.0.1:${port}`, config, program, key);
    await until(async () => (await lapi.decisions().catch(() => null)) !== null).catch(() => {
      throw new Error(program.output);
    });
    return lapi;
  }

  /** What a bouncer is told is in force. */
  async decisions(): Promise<readonly ToldDecision[]> {
    const headers = { 'X-Api-Key': this.bouncerKey };
    const answer = await fetch(`${this.url}/v1/decisions`, { headers });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as ToldDecision[] | null) ?? [];
  }

  /** `value type` of each, in order. */
  async told(): Promise<string> {
    const all = await this.decisions();
    return all
      .map(({ value, type }) => `${value} ${type}`)
      .sort()
      .join(', ');
  }

  async cscli(...words: string[]): Promise<string> {
    return (await run('cscli', ['-c', this.config, ...words])).stdout;
  }

  stop(): Promise<void> {
    return this.program.stop();
  }
}

const PROFILES = `name: default_ip_remediation
filters:
  - Alert.Remediation == true && Alert.GetScope() == "Ip"
decisions:
  - type: ban
    duration: 4h
on_success: break
`;

const configuration = (folder: string, port: number): string => `
common:
  daemonize: false
  log_media: stdout
  log_level: info
  working_dir: ${folder}
config_paths:
  config_dir: ${folder}
  data_dir: ${folder}/data
  simulation_path: ${folder}/simulation.yaml
  hub_dir: ${folder}/hub
  index_path: ${folder}/hub/.index.json
  notification_dir: ${folder}/notifications
  plugin_dir: ${folder}/plugins
cscli:
  output: human
db_config:
  type: sqlite
  db_path: ${folder}/data/crowdsec.db
api:
  client:
    credentials_path: ${folder}/credentials.yaml
  server:
    listen_uri: 127.0.0.1:${port}
    profiles_path: ${folder}/profiles.yaml
prometheus:
  enabled: false
`;
