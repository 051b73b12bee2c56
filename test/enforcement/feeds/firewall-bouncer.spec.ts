import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { installed } from './debian.js';
import { NetworkNamespace } from './network-namespace.js';
import { serveVerdicts, type ServedVerdicts } from './served-verdicts.js';

const BOUNCER = '/usr/bin/crowdsec-firewall-bouncer';
const there = installed({
  [BOUNCER]: 'crowdsec-firewall-bouncer',
  '/usr/sbin/nft': 'nftables',
  '/usr/sbin/ip': 'iproute2',
});

const SITE = '11.6.9.9';
const ADDRESSES = ['11.6.0.1', '11.6.0.2', '11.6.1.77', '2a00:6::1', '2a00:6::2'];

(there ? describe : describe.skip)('crowdsec-firewall-bouncer, from Debian, with nftables', () => {
  let served: ServedVerdicts;
  let network: NetworkNamespace;

  const gets = (from: string): Promise<boolean> =>
    network.reaches(from, from.includes(':') ? '2a00:6::9' : SITE);
  const isStopped = (from: string): Promise<void> => until(async () => !(await gets(from)), 30_000);
  const isFree = (from: string): Promise<void> => until(() => gets(from), 30_000);

  beforeAll(async () => {
    served = await serveVerdicts();
    const config = join(served.folder, 'firewall-bouncer.yaml');
    const table = (version: string, name: string): string[] => [
      `  ${version}:`,
      '    enabled: true',
      '    set-only: false',
      `    table: ${name}`,
      `    chain: ${name}-chain`,
    ];
    await writeFile(
      config,
      [
        'mode: nftables',
        `pid_dir: ${served.folder}/`,
        'update_frequency: 1s',
        'daemonize: false',
        'log_mode: stdout',
        'log_level: info',
        'api_url: http://127.0.0.1:8080/',
        `api_key: ${served.key}`,
        'disable_ipv6: false',
        'deny_action: DROP',
        'supported_decisions_types: [ban]',
        'blacklists_ipv4: crowdsec-blacklists',
        'blacklists_ipv6: crowdsec6-blacklists',
        'nftables:',
        ...table('ipv4', 'crowdsec'),
        ...table('ipv6', 'crowdsec6'),
        'prometheus:',
        '  enabled: false',
      ].join('\n'),
    );
    network = await NetworkNamespace.open(
      [...ADDRESSES, SITE, '2a00:6::9'],
      `${BOUNCER} -c ${config}`,
      { feedPort: served.port, folder: served.folder },
    );
  });

  afterAll(async () => {
    await network.close();
    await served.stop();
  });

  it('lets everybody through who has no verdict', async () => {
    for (const address of ADDRESSES)
      expect([address, await gets(address)]).toEqual([address, true]);
  });

  it('stops the packets of a verdict, IPv4 and IPv6, and nobody else’s', async () => {
    await served.history.condemn('11.6.0.1');
    await served.history.condemn('2a00:6::1');
    await isStopped('11.6.0.1');
    await isStopped('2a00:6::1');
    expect(await gets('11.6.0.2')).toBe(true);
    expect(await gets('2a00:6::2')).toBe(true);
  });

  it('stops a block of addresses', async () => {
    await served.history.condemn('11.6.1.0/24');
    await isStopped('11.6.1.77');
    expect(await gets('11.6.0.2')).toBe(true);
  });

  it('frees what is lifted', async () => {
    await served.history.lift('11.6.0.1');
    await served.history.lift('2a00:6::1');
    await isFree('11.6.0.1');
    await isFree('2a00:6::1');
    expect(await gets('11.6.1.77')).toBe(false);
  });

  it('frees what expires, without a message', async () => {
    await served.history.condemn('11.6.0.2', { ttlMs: 6_000 });
    await isStopped('11.6.0.2');
    await isFree('11.6.0.2');
  });

  it('leaves those alone who are to be challenged: a firewall cannot', async () => {
    await served.history.condemn('11.6.0.2', { action: 'challenge' });
    await served.history.condemn('11.6.0.1');
    await isStopped('11.6.0.1');
    expect(await gets('11.6.0.2')).toBe(true);
  });
});
