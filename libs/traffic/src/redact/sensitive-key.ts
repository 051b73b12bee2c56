import { BoundedCache } from '../bounded-cache.js';
import { percentDecode } from '../percent-decode.js';
import { type SecretKind } from './redaction.js';

/** Whole names (letters and digits only, lower case), in the languages of the estates we know. */
const NAMES: ReadonlyMap<string, SecretKind> = new Map([
  ...named(
    'password',
    'password passwd passwort pass pwd pw kennwort motdepasse mdp contrasena clave senha haslo wachtwoord passphrase pin secret',
  ),
  ...named(
    'token',
    'token auth authorization authtoken bearer credential credentials assertion samlresponse samlrequest ticket nonce wpnonce csrf xsrf invite magic state oobcode hapikey',
  ),
  ...named(
    'code',
    'code otp tan totp authcode otpcode mfacode smscode verifycode verificationcode confirmationcode resetcode activationcode devicecode usercode codeverifier onetimecode',
  ),
  ...named(
    'key',
    'key apikey accesskey accesskeyid secretkey privatekey subscriptionkey sharedkey appkey authkey resetkey activationkey licensekey awsaccesskeyid',
  ),
  ...named(
    'session',
    'session sessionid sid sessid phpsessid jsessionid cfid cftoken connectsid viewstate',
  ),
  ...named('signature', 'sig signature hmac'),
  ...named('cookie', 'cookie setcookie'),
  ...named('email', 'email mail emailaddress mailaddress correo courriel'),
  ...named(
    'phone',
    'phone phonenumber mobile mobilenumber tel telefon telephone msisdn handynummer',
  ),
  ...named('card', 'card cardnumber cardno ccnumber creditcard pan cvv cvv2 cvc kartennummer'),
  ...named('iban', 'iban bban debtoriban creditoriban'),
  ...named('identity', 'ssn taxid nationalid passport birthdate dateofbirth dob geburtsdatum'),
  ...named(
    'account',
    'user username userid uid uname login loginname loginid log account accountid accountnumber accountno customer customerid customernumber psuid kundennummer kontonummer benutzer benutzername nutzername utilisateur identifiant usuario utente gebruiker gebruikersnaam uzytkownik',
  ),
]);

/** Last words of compound names: `share_token`, `userPassword`, `connect.sid`, `billing[email]`. */
const LAST_WORDS: ReadonlyMap<string, SecretKind> = new Map([
  ...named('password', 'password passwd passwort pwd secret passphrase'),
  ...named('token', 'token nonce jwt assertion ticket credential'),
  ...named('code', 'otp totp'),
  ...named('key', 'apikey accesskey secretkey'),
  ...named('session', 'session sid sessionid sessid phpsessid jsessionid'),
  ...named('signature', 'signature hmac sig'),
  ...named('email', 'email'),
  ...named('phone', 'phone msisdn'),
  ...named('card', 'cardnumber pan cvv cvc'),
  ...named('iban', 'iban'),
  ...named('account', 'username'),
]);

/** Endings that need no word boundary: `accesstoken`, `newpassword`. */
const ENDINGS: readonly (readonly [string, SecretKind])[] = [
  ['token', 'token'],
  ['password', 'password'],
  ['passwd', 'password'],
  ['passwort', 'password'],
  ['apikey', 'key'],
  ['secretkey', 'key'],
  ['sessionid', 'session'],
  ['sessid', 'session'],
  ['email', 'email'],
  ['secret', 'password'],
];

const LONGEST_KEY = 64;
const cache = new BoundedCache<SecretKind | ''>(4096, LONGEST_KEY);

/** What kind of secret a parameter, cookie, header or JSON member of this name holds; `''` for none. */
export function sensitiveKey(key: string): SecretKind | '' {
  if (key === '' || key.length > LONGEST_KEY) return '';
  return cache.get(key, classify);
}

function classify(key: string): SecretKind | '' {
  const words = percentDecode(key)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const name = words.join('');
  const whole = NAMES.get(name);
  if (whole !== undefined) return whole;
  const last = words.length > 1 ? LAST_WORDS.get(words.at(-1) ?? '') : undefined;
  if (last !== undefined) return last;
  if (name.startsWith('aspsessionid')) return 'session';
  return ENDINGS.find(([ending]) => name.endsWith(ending))?.[1] ?? '';
}

function named(kind: SecretKind, names: string): (readonly [string, SecretKind])[] {
  return names.split(' ').map((name) => [name, kind] as const);
}
