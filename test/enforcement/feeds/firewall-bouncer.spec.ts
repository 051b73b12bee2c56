import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { installed } from './debian.js';
import { NetworkNamespace } from './network-namespace.js';
import { serveVerdicts, type ServedVerdicts } from './served-verdicts.js';

const BOUNCER = '/usr/bin/crowdsec-firewall-bouncer';
const BASE = { [BOUNCER]: 'crowdsec-firewall-bouncer', '/usr/sbin/ip': 'iproute2' };

/** How it can stop packets. Version 0.0.25 takes no blocks of addresses in its nftables mode. */
const BACKENDS = [
  { mode: 'nftables', takesBlocks: false, programs: { '/usr/sbin/nft': 'nftables' } },
  {
    mode: 'iptables',
    takesBlocks: true,
    programs: { '/usr/sbin/iptables': 'iptables', '/usr/sbin/ipset': 'ipset' },
  },
];

const SITE = '11.6.9.9';
const ADDRESSES = ['11.6.0.1', '11.6.0.2', '11.6.0.3', '11.6.1.77', '2a00:6::1', '2a00:6::2'];

describe.each(BACKENDS)('crowdsec-firewall-bouncer, from Debian, with $mode', (backend) => {
  const { mode, takesBlocks, programs } = backend;
  const check = installed({ ...BASE, ...programs }) ? it : it.skip;
  let served: ServedVerdicts;
  let network: NetworkNamespace;

  const gets = (from: string): Promise<boolean> =>
    network.reaches(from, from.includes(':') ? '2a00:6::9' : SITE);
  const isStopped = (from: string): Promise<void> => until(async () => !(await gets(from)), 30_000);
  const isFree = (from: string): Promise<void> => until(() => gets(from), 30_000);

  beforeAll(async () => {
    if (check === it.skip) return;
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
        `mode: ${mode}`,
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
        'iptables_chains: [INPUT]',
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
    if (check === it.skip) return;
    await network.close();
    await served.stop();
  });

  check('lets everybody through who has no verdict', async () => {
    for (const address of ADDRESSES)
      expect([address, await gets(address)]).toEqual([address, true]);
  });

  check('stops the packets of a verdict, IPv4 and IPv6, and nobody else’s', async () => {
    await served.history.condemn('11.6.0.1');
    await served.history.condemn('2a00:6::1');
    await isStopped('11.6.0.1');
    await isStopped('2a00:6::1');
    expect(await gets('11.6.0.2')).toBe(true);
    expect(await gets('2a00:6::2')).toBe(true);
  });

  check('stops a block of addresses, where it can', async () => {
    await served.history.condemn('11.6.1.0/24');
    await served.history.condemn('11.6.0.3');
    await isStopped('11.6.0.3');
    expect(await gets('11.6.1.77')).toBe(!takesBlocks);
    expect(await gets('11.6.0.2')).toBe(true);
  });

  check('frees what is lifted', async () => {
    await served.history.lift('11.6.0.1');
    await served.history.lift('2a00:6::1');
    await isFree('11.6.0.1');
    await isFree('2a00:6::1');
    expect(await gets('11.6.0.3')).toBe(false);
  });

  check('frees what expires, without a message', async () => {
    await served.history.condemn('11.6.0.2', { ttlMs: 6_000 });
    await isStopped('11.6.0.2');
    await isFree('11.6.0.2');
  });

  check('leaves those alone who are to be challenged: a firewall cannot', async () => {
    await served.history.condemn('11.6.0.2', { action: 'challenge' });
    await served.history.condemn('11.6.0.1');
    await isStopped('11.6.0.1');
    expect(await gets('11.6.0.2')).toBe(true);
  });
});
