import { type PathRole } from './path-roles.js';

/**
 * Whole segments that tell a role only of requests that send something: whoever gets `/reviews` or
 * `/contact` reads a page, whoever posts there contributes. Written as in `ROLE_OF_SEGMENT`, which they
 * come before.
 */
const SEGMENTS: readonly (readonly [PathRole, string])[] = [
  [
    'payee',
    'payee payees addpayee newpayee createpayee recipient recipients addrecipient newrecipient beneficiary beneficiaries addbeneficiary newbeneficiary trustedbeneficiaries payoutmethod payoutmethods payoutaccount payoutaccounts addaddress newaddress addressbook addresses empfaenger zahlungsempfaenger neuerempfaenger adressbuch beneficiaire beneficiaires ajouterbeneficiaire destinataire destinataires beneficiario beneficiarios nuevobeneficiario destinatario destinatarios favorecido favorecidos beneficiari begunstigde begunstigden ontvanger odbiorca odbiorcy dodajodbiorce mottagare modtager prijemce alici получатель',
  ],
  [
    'coupon',
    'promo promotion promotions discount discounts rabatt rabatte remise remises descuento descuentos desconto sconto sconti korting kortingen rabat rabaty sleva indirim',
  ],
  [
    'bid',
    'offer offers makeoffer submitoffer enchere encheres puja pujas lance lances offerta offerte bod biedingen oferta oferty licytacja bud teklif auction auctions auktion auktionen subasta leilao asta veiling aukcja',
  ],
  ['cart', 'hold holds book buchen reserver lock seatlock'],
  [
    'vote',
    'votes voting like likes unlike dislike rate rating ratings poll polls ballot react reaction reactions star stars clap claps kudos helpful recommend click clicks abstimmen abstimmung stimme stimmen umfrage bewerten gefaelltmir voter sondage aime jaime noter votar voto votos encuesta megusta curtir curtida enquete gostei votare sondaggio mipiace stemmen stem poll glosuj glos glosowanie ankieta lubie ocen rosta hlasovat hlasovani oyla oyver begen golosovanie голосование лайк 点赞 投票',
  ],
  [
    'contribution',
    'comment comments wpcommentspost addcomment newcomment postcomment submitcomment savecomment review reviews addreview newreview writereview submitreview testimonial testimonials guestbook shoutbox trackback wptrackback pingback reply replies newreply postreply post posts posting newpost createpost topic topics newtopic thread threads newthread question questions askquestion answer answers message messages sendmessage newmessage privatemessage pm contact contacts contactus contactform contactforms contactform7 sendmail sendemail formmail mailform feedback inquiry enquiry submission submissions kommentar kommentare kommentieren rezension rezensionen bewertung bewertungen gaestebuch beitrag beitraege nachricht nachrichten kontakt kontaktformular anfrage commentaire commentaires avis livredor contactez contacteznous nousecrire comentario comentarios resena resenas opinion opiniones librodevisitas mensaje mensajes contacto contactenos mensagem mensagens contato faleconosco avaliacao avaliacoes commento commenti recensione recensioni messaggio messaggi contatti contatto contattaci reactie reacties recensie recensies beoordeling beoordelingen gastenboek bericht berichten komentarz komentarze opinia opinie recenzja recenzje wiadomosc wiadomosci ksiegagosci kommentarer omdomen gastbok besked recenze vzkaz yorum yorumlar mesaj iletisim otzyv otzyvy комментарий комментарии отзыв отзывы сообщение 评论 コメント',
  ],
];

/** The role a whole segment tells of a request that sends something, by its letters and digits. */
export const ROLE_OF_SENT_SEGMENT: ReadonlyMap<string, PathRole> = new Map(
  SEGMENTS.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);

/** Smaller comes first where a path tells several of them. */
export const SENT_PRECEDENCE: ReadonlyMap<PathRole, number> = new Map(
  SEGMENTS.map(([role], index) => [role, index] as const),
);
