import { type PathRole } from './path-roles.js';

/** Words of a path that tell its role, and the role; languages: en de fr es pt it nl pl, some sv da cs tr ru zh ja, and frameworks. */
type Words = readonly (readonly [PathRole, string])[];

/**
 * Whole segments (lower case, extension and every character but letters and digits removed). The order
 * of roles is the order of precedence within one path: a reset is told before a login, for
 * `/login/forgot-password` is a reset.
 */
const SEGMENTS: Words = [
  [
    'consent',
    'consents consent accountaccessconsents domesticpaymentconsents internationalpaymentconsents fundsconfirmationconsents domesticscheduledpaymentconsents domesticstandingorderconsents filepaymentconsents domesticvrpconsents authorize authorise authorization authorisations authorizations einwilligung consentement consentimiento consentimento consenso toestemming zgoda',
  ],
  [
    'otp',
    'otp totp 2fa mfa tfa twofactor twofactorauth twofactorauthentication tan smstan pushtan mtan verifyotp verifycode smscode verificationcode verifyphone onetimepassword onetimecode authenticator mfachallenge stepup codigoverificacion kodsms',
  ],
  [
    'challenge',
    'challenge challenges captcha captchas recaptcha hcaptcha funcaptcha friendlycaptcha mcaptcha kaptcha altcha geetest turnstile securimage securimageshow captchaimage captchaverify verifycaptcha checkcaptcha validatecaptcha chkcaptcha chkjschl cfchallenge passchallenge anubis ddosguard botcheck humancheck iamhuman notarobot arkose slidercaptcha securitycheck humanverification verifyhuman areyouhuman sicherheitspruefung sicherheitsabfrage sicherheitscheck spamschutz verificationhumaine verificationdesecurite controledesecurite verificacionhumana verificaciondeseguridad comprobaciondeseguridad verificacaohumana verificacaodeseguranca verificasicurezza controllodisicurezza veiligheidscontrole beveiligingscontrole weryfikacjabezpieczenstwa kodzobrazka bezpecnostnikontrola guvenlikkodu капча 验证码',
  ],
  [
    'reset',
    'reset resetpassword passwordreset forgot forgotpassword forgotpwd forgotpass lostpassword recover recovery recoverpassword passwordrecovery accountrecovery passwortvergessen passwortzuruecksetzen kennwortvergessen motdepasseoublie reinitialisation olvide olvidemicontrasena recuperarcontrasena restablecer esqueci esqueciminhasenha recuperarsenha redefinirsenha passworddimenticata recuperapassword wachtwoordvergeten wachtwoordresetten zapomnianehaslo przypomnijhaslo resethasla',
  ],
  [
    'register',
    'register registration registrieren registrierung signup join createaccount newaccount kontoerstellen kontoeroeffnen anlegen inscription sinscrire creeruncompte creercompte registro registrarse registrar crearcuenta cadastro cadastrar cadastrarse criarconta registrazione registrati iscriviti creaaccount registreren aanmeldenaccount accountaanmaken rejestracja zarejestruj zalozkonto',
  ],
  ['token', 'token tokens tokenoauth2 accesstoken refreshtoken oauthtoken introspect revoke'],
  [
    'login',
    'login signin logon log-in wplogin xmlrpc jsecuritycheck jspringsecuritycheck dologin loginaction userlogin adminlogin formlogin loginform authenticate authentication anmelden anmeldung einloggen connexion seconnecter identification iniciarsesion acceder acceso ingresar entrar iniciarsessao acessar accedi accesso inloggen aanmelden inlog zaloguj zalogujsie logowanie',
  ],
  [
    'coupon',
    'coupon coupons couponcode couponpost applycoupon redeemcoupon validatecoupon checkcoupon voucher vouchers vouchercode applyvoucher redeemvoucher giftcard giftcards giftcode giftcardbalance checkgiftcard redeemgiftcard giftcertificate giftcertificates storecredit promocode promocodes applypromo applypromocode discountcode discountcodes applydiscount redeem redemption redeemcode gutschein gutscheine gutscheincode gutscheincodes gutscheineinloesen gutscheineinlosen einloesen einlosen rabattcode geschenkkarte geschenkkarten bonreduction bonsreduction codepromo codereduction chequecadeau cartecadeau cupon cupones cuponcodigo codigopromocional codigodescuento tarjetaregalo canjear cupom cupons cupomdesconto valepresente cartaopresente resgatar buono buoni codicesconto codicepromozionale buonosconto cartaregalo riscatta kortingscode kortingscodes waardebon waardebonnen cadeaubon cadeaukaart inwisselen kupon kupony kodrabatowy kodyrabatowe bonpodarunkowy kartapodarunkowa zrealizujkod rabattkod presentkort rabatkode gavekort kuponger slevovykod poukaz hediyekarti indirimkodu promokod купон промокод 优惠券 クーポン',
  ],
  [
    'bid',
    'bid bids bidding placebid addbid makebid newbid autobid proxybid maxbid sniper gebot gebote gebotabgeben bieten mitbieten encherir placerenchere pujar hacerpuja ofertar darlance fazerlance faiofferta rilancia bieden plaatsbod licytuj zlozoferte lagdbud tekliver ставка',
  ],
  [
    'payment',
    'payment payments domesticpayments internationalpayments domesticscheduledpayments domesticstandingorders filepayments domesticvrps sepacredittransfers instantsepacredittransfers targeted2payments crossbordercredittransfers bulkpayments periodicpayments pay payout paynow billing donate transfer transfers bezahlen bezahlung zahlung zahlungen ueberweisung ueberweisungen paiement paiements payer virement pago pagos pagar transferencia transferencias pagamento pagamentos pagamenti bonifico betaling betalingen betalen overschrijving platnosc platnosci przelew przelewy',
  ],
  [
    'checkout',
    'checkout onepage kasse kassa caisse commande passercommande finalizarcompra tramitarpedido finalizar pedido cassa afrekenen bestellen zamowienie zamowienia ordercheckout placeorder',
  ],
  [
    'cart',
    'cart basket shoppingcart addtocart warenkorb panier carrito cesta carrinho sacola carrello winkelwagen winkelmand winkelmandje koszyk minicart reserve reservation reservations bookingrequest booking bookings booknow holdseat holdseats seathold tickethold reservierung reservierungen reservieren buchung buchungen buchen reserver reserva reservas reservar prenota prenotazione prenotazioni reserveren reservering rezerwacja rezerwacje rezerwuj rezervace rezervasyon бронирование',
  ],
  [
    'search',
    'search suche suchen recherche rechercher buscar busqueda busca pesquisa pesquisar cerca ricerca zoeken zoekresultaten szukaj wyszukiwanie find finder query autocomplete suggest suggestions typeahead catalogsearch',
  ],
  [
    'accounts',
    'accounts account balances transactions standingorders directdebits beneficiaries payees statements parties party cardaccounts myaccount konto konten meinkonto kontostand umsaetze kontoauszug compte comptes moncompte cuenta cuentas micuenta conta contas minhaconta conti ilmioaccount mioconto rekening rekeningen mijnaccount mojekonto rachunki',
  ],
  [
    'health',
    'health healthz healthcheck healthcheckz ping livez readyz alive ready liveness readiness heartbeat nginxstatus',
  ],
  ['feed', 'feed feeds rss rss2 atom rdf sitemap sitemapindex wpsitemap'],
  [
    'item',
    'product produkt produit producto produto prodotto item artikel dp sku articulo artigo articolo detail details',
  ],
  [
    'listing',
    'products produkte produits productos produtos prodotti items category categories kategorie kategorien categorie categoria categorias categoriaproducto productcategory tag tags shop store catalog catalogue katalog boutique tienda loja negozio winkel sklep collections collection listing listings list archive archives archiv browse page',
  ],
  [
    'vote',
    'vote upvote downvote pollvote castvote clickcount clickcounter hitcounter countclick trackclick clicktrack adclick click clicks clk clickthrough clickthru clickout bannerclick',
  ],
  ['api', 'api rest graphql wpjson ajax adminajax rpc jsonrpc soap odata ocs'],
];

/** The role a whole segment tells, by its letters and digits. */
export const ROLE_OF_SEGMENT: ReadonlyMap<string, PathRole> = roleByWord(SEGMENTS);

/** Words that tell a role as the last segment only: elsewhere they are a part of a site. */
export const ROLE_OF_LAST_SEGMENT: ReadonlyMap<string, PathRole> = new Map(
  'auth sso saml saml2 session sessions'.split(' ').map((word) => [word, 'login'] as const),
);

/** Smaller comes first where a path tells several roles. */
export const PRECEDENCE: ReadonlyMap<PathRole, number> = new Map(
  SEGMENTS.map(([role], index) => [role, index] as const),
);

/** The role that words tell as part of a segment (`customer-login`, `user_signin`, `passwort-vergessen-2`). */
export const ROLE_OF_WORD: ReadonlyMap<string, PathRole> = roleByWord([
  ['reset', 'forgot forgotten vergessen oublie olvide esqueci dimenticata vergeten zapomniane'],
  [
    'register',
    'register signup registration registrieren inscription registro cadastro registrazione rejestracja',
  ],
  ['login', 'login signin logon anmelden einloggen connexion inloggen logowanie'],
  ['otp', 'otp 2fa mfa totp'],
  ['challenge', 'captcha recaptcha hcaptcha turnstile'],
  ['coupon', 'coupon coupons voucher vouchers giftcard promocode gutschein cupon cupom kupon'],
  ['cart', 'cart basket warenkorb panier carrito carrinho carrello koszyk'],
  ['checkout', 'checkout'],
  ['payment', 'payment payments'],
  ['search', 'search suche recherche'],
]);

function roleByWord(words: Words): ReadonlyMap<string, PathRole> {
  return new Map(
    words.flatMap(([role, list]) => list.split(' ').map((word) => [word, role] as const)),
  );
}
