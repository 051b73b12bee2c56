import { describe, expect, it } from '@jest/globals';
import { loadPushFile, parsePushFile } from './load-push-file.js';
import { PushFileError } from './push-file-error.js';

function problemsOf(text: string): string[] {
  try {
    parsePushFile(text, 'push.yaml');
  } catch (error) {
    if (error instanceof PushFileError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

const LIST = "account_id: '0123456789abcdef0123456789abcdef'\n    list_id: 'f'";

describe(parsePushFile.name, () => {
  it('fills in what a target leaves out', () => {
    const { targets, never } = parsePushFile(
      'targets: [{name: edge, kind: haproxy, socket: /run/h.sock, map: /etc/m.map, sites: }]',
      'push.yaml',
    );
    expect(never).toEqual([]);
    expect(targets[0]?.description).toMatchObject({
      actions: ['block'],
      sites: [],
      widen_ipv6: 'never',
      limits: { growth: 2, shrink: 2, churn: 0.5, small: 100, confirmations: 1 },
    });
  });

  it('names file, line and field of everything that is wrong, at once', () => {
    const text = [
      'never: [10.0.0.0/8, proxy-1]',
      'targets:',
      '  - name: edge',
      '    kind: cloudflare',
      '    account_id: 12345678901234567890123456789012',
      "    list_id: '0123456789abcdef0123456789abcdef'",
      '    token: cf-secret-of-a-test',
      '    evry: 5s',
      '    limits: { churn: 7 }',
      '  - { name: edge, kind: haproxy, socket: here }',
      '  - { name: other, kind: cloudfare }',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      '  push.yaml:1: never[1]: must be an address or a CIDR block',
      '  push.yaml:5: targets[0].account_id: must be the account’s id: 32 hexadecimal digits; YAML reads this one as a number: put it in quotes',
      '  push.yaml:7: targets[0].token: must be {env: NAME} or {file: path}; the secret itself does not belong here',
      expect.stringMatching(
        /^ {2}push\.yaml:8: targets\[0\]\.evry: is no setting; did you mean every\?$/,
      ),
      '  push.yaml:9: targets[0].limits.churn: must be a number from 0 to 1',
      expect.stringContaining('push.yaml:10: targets[1].socket: must be the path of a socket'),
      expect.stringContaining('push.yaml:10: targets[1].map: is missing'),
      '  push.yaml:10: targets[1].name: is another target’s already',
      expect.stringContaining('push.yaml:11: targets[2].kind: must be one of haproxy, aws_waf'),
    ]);
  });

  it.each([
    ['', 'must have the key targets'],
    ['targets: []', 'must be a list with at least one target'],
    ['targets: [7]', 'must be a target: name, kind'],
    ['target: []', 'is no setting; there are never and targets'],
    ['targets: [', 'push.yaml:1'],
    [
      `targets:\n  - name: a\n    kind: cloudflare\n    ${LIST}\n    token: {env: A, file: b}`,
      'must be one of {env: NAME} and {file: path}',
    ],
    [
      'targets: [{name: a, kind: crowdsec_lapi, url: "http://lapi.example", machine_id: m, password: {env: P}}]',
      'https, or http to this machine',
    ],
  ])('says of %j: %s', (text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it('wants both halves of a key, or none', () => {
    const target = { name: 'a', kind: 'aws_waf', region: 'eu-central-1' };
    const ip_sets = [{ name: 'four', id: '11111111-2222' }];
    const file = (keys: object): string =>
      JSON.stringify({ targets: [{ ...target, ip_sets, ...keys }] });
    expect(problemsOf(file({}))).toEqual([]);
    expect(problemsOf(file({ access_key_id: { env: 'ID' } }))).toEqual([
      expect.stringContaining('secret_access_key: is missing; it must be {env: NAME}'),
    ]);
  });

  it('never repeats a value: it may be a secret in the wrong place', () => {
    expect(problemsOf('targets: [{name: a, kind: fastly, token: s3cret}]').join()).not.toContain(
      's3cret',
    );
  });
});

describe(loadPushFile.name, () => {
  it('says when there is no such file', () => {
    expect(() => loadPushFile('/nowhere/push.yaml')).toThrow(/\/nowhere\/push\.yaml.*ENOENT/);
  });
});
