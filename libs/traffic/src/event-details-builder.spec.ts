import { describe, expect, it } from '@jest/globals';
import { EventDetailsBuilder } from './event-details-builder.js';
import { type RawDetails } from './raw-details.js';

const builder = new EventDetailsBuilder({ name: 'test' } as never, () => 'cafe0000');

function kept(headers: Record<string, string>): Readonly<Record<string, string>> {
  const raw = {
    headers: new Map(Object.entries(headers)),
    botTags: [],
    headerNames: [],
    consent: '',
  };
  const blank = { tlsProtocol: '', tlsCipher: '', tlsJa3: '', tlsJa4: '', botScoreSource: '' };
  const rest = {
    cacheStatus: '',
    edgeLocation: '',
    traceId: '',
    clientCountry: '',
    duplicateMark: '',
  };
  const details = builder.build({ ...blank, ...rest, ...raw } as unknown as RawDetails);
  return details?.httpRequestHeaders ?? {};
}

const SIGNED = {
  signature: 'sig=:QKN4fTdIYfh82fvoZCQiQA==:',
  'signature-agent': '"https://bot.example"',
  'signature-input': 'sig=("@authority");keyid="k";nonce="zIW8cdmA3vdYagbxojpO";tag="web-bot-auth"',
};

describe(EventDetailsBuilder.name, () => {
  it('keeps the signature of a bot as it was sent', () => {
    expect(kept(SIGNED)).toEqual(SIGNED);
  });

  it('keeps no signature of anybody else, and no nonce', () => {
    const input = 'sig=("@authority");nonce="zIW8cdmA3vdYagbxojpO";tag="payment"';
    const headers = kept({ ...SIGNED, 'signature-input': input });
    expect(Object.keys(headers)).toEqual(['signature-agent', 'signature-input']);
    expect(headers['signature-input']).not.toContain('zIW8cdmA3vdYagbxojpO');
  });

  it('redacts what other headers hold', () => {
    expect(kept({ origin: 'https://a.example/?token=abcdefgh12345678' })['origin']).not.toContain(
      'abcdefgh',
    );
  });
});
