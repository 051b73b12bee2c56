import { describe, expect, it } from '@jest/globals';
import { learnRoles } from './learn-roles.js';
import { type PathConduct } from './path-conduct.js';

const unused: PathConduct = {
  site: 'magaza.example',
  place: '/x',
  named: 'other',
  requests: 0,
  visitors: 0,
  paths: 1,
  gets: 0,
  posts: 0,
  posters: 0,
  served: 0,
  notModified: 0,
  postsServed: 0,
  postsSentOn: 0,
  postsRefused: 0,
  postsThenKnown: 0,
  referred: 0,
  leadsToPages: 0,
  leadsToAssets: 0,
  leadsToPaths: 0,
  parameter: '',
  parameterRequests: 0,
  parameterValues: 0,
  parameterNumeric: 0,
  busiest: 0,
  busiestEvenness: 0,
};

const page = { ...unused, requests: 400, visitors: 300, gets: 400, served: 390, referred: 200 };
const form = {
  ...unused,
  requests: 900,
  visitors: 320,
  gets: 400,
  served: 400,
  posts: 500,
  posters: 300,
};

const cases: Record<string, [Partial<PathConduct>, string]> = {
  'a form that refuses with 401 is a login': [
    { ...form, place: '/giris', postsRefused: 80, postsSentOn: 420, postsThenKnown: 400 },
    'login',
  ],
  'a form that shows itself again, and after which people have a session, is a login': [
    { ...form, place: '/giris', postsServed: 70, postsSentOn: 430, postsThenKnown: 400 },
    'login',
  ],
  'a contact form answers both ways, and nobody is known afterwards': [
    { ...form, place: '/iletisim', postsServed: 100, postsSentOn: 400 },
    'other',
  ],
  'one place with ever new words in one parameter is a search': [
    {
      ...page,
      place: '/ara',
      parameter: 'kelime',
      parameterRequests: 380,
      parameterValues: 260,
      leadsToPaths: 90,
      leadsToPages: 200,
    },
    'search',
  ],
  'page numbers are no search': [
    {
      ...page,
      place: '/arsiv',
      parameter: 'sayfa',
      parameterRequests: 390,
      parameterValues: 40,
      parameterNumeric: 1,
      leadsToPaths: 200,
      leadsToPages: 300,
    },
    'listing',
  ],
  'many pages of one shape with assets are items': [
    { ...page, place: '/urun/*', paths: 350, leadsToAssets: 300 },
    'item',
  ],
  'what browsers keep and what leads nowhere is an asset': [
    { ...page, place: '/gorsel/{id}', paths: 90, referred: 396, notModified: 60, served: 340 },
    'asset',
  ],
  'what one program asks at even intervals is a health check': [
    {
      ...unused,
      place: '/durum',
      requests: 1_440,
      visitors: 1,
      gets: 1_440,
      served: 1_440,
      busiest: 1_440,
      busiestEvenness: 0.99,
    },
    'health',
  ],
  'what one program asks at even intervals and is never given is none': [
    {
      ...unused,
      place: '/intern',
      requests: 150,
      visitors: 1,
      gets: 150,
      busiest: 150,
      busiestEvenness: 0.99,
    },
    'other',
  ],
  'what one program sends to at even intervals is none': [
    {
      ...unused,
      place: '/kupon',
      requests: 150,
      visitors: 1,
      posts: 150,
      posters: 1,
      postsServed: 150,
      busiest: 150,
      busiestEvenness: 0.99,
    },
    'other',
  ],
  'what is written to with methods of no form is an API': [
    {
      ...unused,
      place: '/rpc2',
      requests: 600,
      visitors: 50,
      gets: 200,
      posts: 200,
      postsServed: 200,
      posters: 40,
      paths: 9,
    },
    'api',
  ],
  'a page that nothing is known of stays other': [{ ...page, place: '/hakkimizda' }, 'other'],
};

describe(learnRoles.name, () => {
  it.each(Object.entries(cases))('%s', (_, [conduct, role]) => {
    expect(learnRoles([{ ...unused, ...conduct }], [])[0]?.role).toBe(role);
  });

  it('never unlearns a delicate name, however it is used', () => {
    const attacked = { ...page, place: '/login', named: 'login' as const, busiest: 100_000 };
    expect(learnRoles([attacked], [])[0]).toMatchObject({ role: 'login', origin: 'name' });
  });

  it('lets rules win, the first that names the place', () => {
    const rules = [
      { site: '*', place: '/urun/*', role: 'item' as const },
      { site: 'magaza.example', place: '/urun/sepet', role: 'cart' as const },
    ];
    const [learned] = learnRoles([{ ...unused, place: '/urun/sepet' }], rules);
    expect(learned).toMatchObject({ role: 'item', origin: 'policy', probability: 1 });
  });

  it('gives its reasons, strongest first', () => {
    const [, [login]] = Object.entries(cases)[0] ?? ['', [{}, '']];
    const [learned] = learnRoles([{ ...unused, ...login }], []);
    expect(learned?.reasons[0]).toBe(
      'refuses 80 of 500 forms as wrong credentials and lets 420 through',
    );
  });
});
