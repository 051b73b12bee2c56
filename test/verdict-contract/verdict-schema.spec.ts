import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { encodeLifted, encodeVerdict } from '#libs/enforcement';
import { advanceVerdict, defaultPolicy, expireVerdict, traceJudgement } from '#libs/intent';
import { estateWith } from '../../libs/intent/src/testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from '../../libs/intent/src/testing/ordinary-visitor.js';

const root = join(import.meta.dirname, '../..');
const schemaOf = (name: string): AnySchemaObject =>
  JSON.parse(
    readFileSync(join(root, `libs/enforcement/schema/${name}-1.0.schema.json`), 'utf8'),
  ) as AnySchemaObject;

interface Case extends VisitorSketch {
  readonly estate?: Parameters<typeof estateWith>[0];
}

const cases = readdirSync(join(root, 'test/cases')).filter((name) =>
  name.startsWith('intent-oat-'),
);

function messagesOf(folder: string): { verdict: object; lifted: object; expired: object } {
  const golden = JSON.parse(
    readFileSync(join(root, 'test/cases', folder, 'case.json'), 'utf8'),
  ) as Case;
  const estate = estateWith(golden.estate ?? {});
  const judgement = traceJudgement({ address: visitorFrom(golden), agents: [], place: 0 }, estate);
  const context = {
    verdictId: '5d0e6a8e-98a1-8c3b-9f3c-6f1e5c3f7a10',
    tenant: 'default',
    windowFrom: estate.from,
    asOf: estate.to,
    query: 'visitor_features@2',
    snapshot: '9cc474fa379fdebe',
    model: 'assumed',
    policy: defaultPolicy,
  };
  const { state } = advanceVerdict(null, judgement, estate.to, defaultPolicy);
  const gone = expireVerdict(state, (state.expiresAt ?? estate.to) + 1).state;
  return {
    verdict: encodeVerdict({ ...state, revision: 1 }, judgement, context),
    lifted: encodeLifted({ ...state, revision: 2 }, judgement, context),
    expired: encodeLifted({ ...gone, revision: 2 }, null, context),
  };
}

/** The schema with every object closed: what the code writes and the schema does not describe fails. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]) => [name, closed(value)]);
  const open = Object.fromEntries(entries) as AnySchemaObject;
  return open['type'] === 'object' ? { ...open, additionalProperties: false } : open;
}

function validatorsOf(shaped: (schema: AnySchemaObject) => AnySchemaObject): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(shaped(schemaOf('verdict')));
  ajv.addSchema(shaped(schemaOf('verdict-lifted')));
  return ajv;
}

const VERDICT = 'urn:wherefore:verdict:1.0';
const LIFTED = 'urn:wherefore:verdict-lifted:1.0';
const strict = validatorsOf((schema) => closed(schema) as AnySchemaObject);
const published = validatorsOf((schema) => schema);

function errorsOf(ajv: Ajv2020, id: string, message: object): unknown[] {
  ajv.validate(id, JSON.parse(JSON.stringify(message)));
  return ajv.errors ?? [];
}

/** Fields that version 1.0 began without: what was published before lacks them. */
const ADDED = new Set(['blast_radius', 'supersedes', 'override']);

describe('the published schema of the verdict message', () => {
  it('has golden cases to look at', () => {
    expect(cases.length).toBeGreaterThan(40);
  });

  it.each(cases)('describes every field of the messages of %s', (folder) => {
    const { verdict, lifted, expired } = messagesOf(folder);
    expect(errorsOf(strict, VERDICT, verdict)).toEqual([]);
    expect(errorsOf(strict, LIFTED, lifted)).toEqual([]);
    expect(errorsOf(strict, LIFTED, expired)).toEqual([]);
  });

  it('lets fields be added, and none be missing', () => {
    const { verdict } = messagesOf(String(cases[0]));
    expect(errorsOf(published, VERDICT, { ...verdict, later: 1 })).toEqual([]);
    for (const field of Object.keys(verdict).filter((name) => !ADDED.has(name))) {
      const without = Object.fromEntries(
        Object.entries(verdict).filter(([name]) => name !== field),
      );
      expect(errorsOf(published, VERDICT, without)).not.toEqual([]);
    }
  });
});
