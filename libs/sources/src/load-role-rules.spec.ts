import { describe, expect, it } from '@jest/globals';
import { parseRoleRules } from './load-role-rules.js';

describe(parseRoleRules.name, () => {
  it('reads rules for one site and for all', () => {
    const rules = parseRoleRules(
      'roles:\n  - { site: bank.example, path: /ib/giris, role: login }\n  - { path: "/urun/*", role: item }\n',
      'roles.yaml',
    );
    expect(rules).toEqual([
      { site: 'bank.example', place: '/ib/giris', role: 'login' },
      { site: '*', place: '/urun/*', role: 'item' },
    ]);
  });

  it('names every wrong field with its line, and never its value', () => {
    const wrong = 'roles:\n  - path: secret\n    role: loggin\n    colour: red\n  - 17\n';
    const read = (): unknown => parseRoleRules(wrong, 'roles.yaml');
    expect(read).toThrow(/roles.yaml:2: roles\[0\]\.path: must be a path/);
    expect(read).toThrow(/roles.yaml:3: roles\[0\]\.role: must be one of login,/);
    expect(read).toThrow(/roles\[0\]\.colour: is no setting/);
    expect(read).toThrow(/roles\[1\]: must be a rule/);
    expect(read).not.toThrow(/secret|loggin|red/);
  });

  it('says what a file without rules lacks', () => {
    expect(() => parseRoleRules('[]', 'roles.yaml')).toThrow(/roles: must be a list/);
  });
});
