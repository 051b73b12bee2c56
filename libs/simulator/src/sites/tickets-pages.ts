import { type Random } from '../chance/random.js';
import { type Page } from './page.js';

const SHELL = [
  '/recursos/css/teatro.css?v=3',
  '/recursos/js/teatro.js?v=3',
  '/recursos/img/logo.svg',
];
const EVENTS =
  'la-vida-es-suenio bodas-de-sangre concierto-de-otonio el-perro-del-hortelano carmen noche-de-jazz la-casa-de-bernarda-alba cuentos-para-ninios flamenco-vivo el-lago-de-los-cisnes luces-de-bohemia gala-lirica'.split(
    ' ',
  );
/** What the presale is for. */
const WANTED = 'gira-despedida-los-faros';

/** The ticket office's pages as its templates build them. */
export const ticketsPages = {
  wanted: WANTED,
  event: (random: Random): string => random.pick(EVENTS),
  home: (): Page => ({
    target: '/',
    assets: [
      ...SHELL,
      '/favicon.ico',
      ...EVENTS.slice(0, 4).map((name) => `/recursos/carteles/${name}.webp`),
    ],
  }),
  programme: (): Page => ({
    target: '/cartelera',
    assets: [...SHELL, ...EVENTS.slice(4, 9).map((name) => `/recursos/carteles/${name}.webp`)],
  }),
  show: (name: string): Page => ({
    target: `/evento/${name}`,
    assets: [...SHELL, `/recursos/carteles/${name}.webp`, `/evento/${name}/asientos.json`],
  }),
  form: (target: string): Page => ({ target, assets: SHELL }),
};
