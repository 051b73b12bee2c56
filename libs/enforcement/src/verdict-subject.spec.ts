import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './verdict-subject.js';

describe(subjectOf.name, () => {
  it.each([
    ['192.0.2.7', 4, ['192.0.2.7/32']],
    ['2001:db8::7', 6, ['2001:db8::7/128']],
    ['client.example', null, []],
  ])('lets an address-only WAF load %s where it is an address', (key, version, blocks) => {
    const subject = subjectOf('address', key, key);
    expect(subject).toMatchObject({ type: 'address', value: key, ip_version: version });
    expect(subject.enforce_as).toEqual(blocks);
  });

  it.each([
    ['198.51.100.0/24', 4],
    ['2001:db8:1:2::/64', 6],
  ])('lets it load the prefix %s', (key, version) => {
    const subject = subjectOf('prefix', key, key);
    expect(subject).toMatchObject({ ip_version: version, enforce_as: [key] });
    expect(subject.parts).toEqual({ prefix: key });
  });

  it.each([
    ['address_user_agent', '192.0.2.7|curl/8|x', { address: '192.0.2.7', user_agent: 'curl/8|x' }],
    ['session', '9f86d081884c7d65', { session: '9f86d081884c7d65' }],
    ['fingerprint', 'a|b|t13d15', { user_agent: 'a|b', tls_fingerprint: 't13d15' }],
    ['network', 'AS64496', { asn: 64_496 }],
    ['api_client', 'tpp-1', { api_client: 'tpp-1' }],
    ['api_sub_visitor', 'tpp-1|192.0.2.7', { api_client: 'tpp-1', sub_visitor: '192.0.2.7' }],
  ] as const)('names the parts of a %s and gives no address to load', (type, key, parts) => {
    const subject = subjectOf(type, key, '192.0.2.7');
    expect(subject.parts).toEqual(parts);
    expect(subject.enforce_as).toEqual([]);
  });
});
