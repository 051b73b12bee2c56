import { stableHash } from '../chance/stable-hash.js';

const ADJECTIVES =
  'amber arctic brisk calm coastal copper crisp dawn ember fern frosted golden granite hazel heritage indigo ivory linen lunar maple meadow merino mist mossy navy nordic oak olive opal pebble pine plum quiet raven river rustic sage salt sienna silver slate soft solar spruce stone storm velvet walnut wild willow'.split(
    ' ',
  );
const NOUNS =
  'anorak apron backpack basket beanie belt blanket boots bowl brogues candle cardigan carafe chair clock coat cushion desk dress duvet fleece gloves hammock hoodie jacket jeans jug jumper kettle lamp loafers mirror mug notebook parka planter quilt rug sandals satchel scarf shirt shorts skirt socks stool sweater teapot throw towel trainers trousers tumbler umbrella vase waistcoat wallet watch'.split(
    ' ',
  );
const TOPICS =
  'council harbour bridge festival budget strike rail storm election hospital school stadium museum market ferry brewery housing planning police court weather library marathon airport energy flood transfer derby cup charity inquiry union bakery reservoir tram cathedral theatre lighthouse'.split(
    ' ',
  );
const VERBS =
  'approves delays rejects opens closes wins loses faces plans backs reviews warns celebrates blocks funds restores rebuilds questions welcomes scraps extends marks joins leaves tests'.split(
    ' ',
  );

function word(list: readonly string[], key: string): string {
  return list[stableHash(key) % list.length] ?? 'plain';
}

/** A product's name in a URL, for example `coastal-linen-jacket`. */
export function productSlug(id: number): string {
  return [word(ADJECTIVES, `a${id}`), word(ADJECTIVES, `b${id}`), word(NOUNS, `n${id}`)].join('-');
}

/** An article's name in a URL, for example `council-delays-tram-budget`. */
export function articleSlug(id: number): string {
  return [
    word(TOPICS, `s${id}`),
    word(VERBS, `v${id}`),
    word(TOPICS, `o${id}`),
    word(NOUNS, `w${id}`),
  ].join('-');
}

/** What people type into a shop's search box. */
export function searchWords(id: number): string {
  const noun = word(NOUNS, `q${id}`);
  return stableHash(`long${id}`) % 3 === 0 ? noun : `${word(ADJECTIVES, `q${id}`)}+${noun}`;
}
