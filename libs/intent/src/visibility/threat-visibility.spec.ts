import { describe, expect, it } from '@jest/globals';
import { threats } from '../threats/threats.js';
import { EVENT_FIELDS, type EventField } from './event-field.js';
import { threatVisibility } from './threat-visibility.js';

const without = (
  ...fields: EventField[]
): ((id: string) => ReturnType<typeof threatVisibility>) => {
  const missing = new Set(fields);
  return (id) => {
    const threat = threats.find((one) => one.id === id);
    if (threat === undefined) throw new Error(`no threat ${id}`);
    return threatVisibility(threat, missing);
  };
};

describe(threatVisibility.name, () => {
  it.each(threats)(
    'loses nothing of $id in a log with every field, which its rules do speak about',
    (threat) => {
      expect(threatVisibility(threat, new Set())).toMatchObject({
        now: 'seen',
        lost: 0,
        missing: [],
      });
      expect(threatVisibility(threat, new Set(EVENT_FIELDS)).lost).toBeGreaterThan(0);
    },
  );

  it('sees little of failed logins where the status is not logged', () => {
    const { now, missing } = without('http_response_status_code')('OAT-007');
    expect(now).toBe('dimmed');
    expect(missing[0]?.field).toBe('http_response_status_code');
  });

  it('needs no status to see what is probed for', () => {
    expect(without('http_response_status_code')('OAT-014').now).toBe('seen');
  });

  it('sees less of what exhausts a service where nobody says which program asks', () => {
    const { now, missing } = without('user_agent_original')('OAT-015');
    expect(now).toBe('dimmed');
    expect(missing.map(({ field }) => field)).toEqual(['user_agent_original']);
  });

  it('names the field whose lack costs most first', () => {
    const { missing } = without('account_key', 'http_response_status_code')('OAT-008');
    expect(missing.map(({ field }) => field)).toEqual(['http_response_status_code', 'account_key']);
  });
});
