import { answersWith } from './handlers.js';
import { routedSite } from './routed-site.js';
import { SITE_HOSTS } from './site-hosts.js';

const { page, file, form, formAgain, signedIn, slowly, status } = answersWith;
const PAGE = { low: 14_000, high: 33_000, seconds: 0.07 };
const FORM = { low: 5_200, high: 7_600, seconds: 0.04 };
const SEATS = { low: 2_100, high: 9_800, seconds: 0.09 };

/** A theatre's ticket office of Spanish wording: seats are held for ten minutes, paid for, and gone. */
export const ticketsSite = routedSite({
  host: SITE_HOSTS.tickets,
  stream: 'tickets',
  methods: new Set(['GET', 'HEAD', 'POST']),
  notFound: 4_411,
  routes: [
    [/^\/(?:$|\?)/, page(PAGE)],
    [/^\/recursos\//, file(1_500, 90_000)],
    [/^\/evento\/[^/]+\/asientos\.json/, page(SEATS)],
    [/^\/evento\//, page(PAGE)],
    [/^\/cartelera/, page(PAGE)],
    [/^\/buscar/, page(PAGE)],
    [/^\/sala-de-espera/, page(FORM)],
    [/^\/reserva/, form(FORM, status(409, 117))],
    [/^\/pago/, slowly(0.7, form(FORM, status(402, 208)))],
    [/^\/confirmacion\//, page(FORM)],
    [/^\/iniciar-sesion/, slowly(0.2, form(FORM, status(401, 5_310)))],
    [/^\/registro/, form(FORM, formAgain(FORM, 240))],
    [/^\/recuperar-contrasena/, form(FORM, formAgain(FORM, 150))],
    [/^\/mi-cuenta/, signedIn(page(FORM), status(302, 0))],
    [/^\/(?:favicon\.ico|robots\.txt|sitemap\.xml)/, file(200, 9_000)],
  ],
});
