/**
 * Domains that the host names of an operator's crawlers end in, where the operator documents verification by
 * reverse DNS. Only these are looked up. Sources, read 2026-11:
 * Google developers.google.com/search/docs/crawling-indexing/verifying-googlebot; Microsoft bing.com/webmasters/help/verify-bingbot;
 * Apple support.apple.com/119829; Yandex yandex.com/support/webmaster/robot-workings/check-yandex-robots.html;
 * Baidu help.baidu.com (Baiduspider); Seznam o-seznam.cz/napoveda/vyhledavani; Huawei webmaster.petalsearch.com;
 * VK help.mail.ru/webmaster/indexing/robots; Yahoo help.yahoo.com (slurp); Semrush and Ahrefs: their bot pages;
 * Common Crawl commoncrawl.org/ccbot. Not `googleusercontent.com`: customers' machines have names there too.
 */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  Google: ['.googlebot.com', '.google.com'],
  Microsoft: ['.search.msn.com'],
  Apple: ['.applebot.apple.com'],
  Yandex: ['.yandex.ru', '.yandex.net', '.yandex.com'],
  Baidu: ['.baidu.com', '.baidu.jp'],
  Seznam: ['.seznam.cz'],
  Huawei: ['.petalsearch.com', '.aspiegel.com'],
  VK: ['.mail.ru'],
  Yahoo: ['.crawl.yahoo.net'],
  Semrush: ['.bot.semrush.com'],
  Ahrefs: ['.ahrefs.com', '.ahrefs.net'],
  'Common Crawl': ['.crawl.commoncrawl.org'],
};

/** The operator's domains, each with its leading dot; empty where it documents none. */
export function hostSuffixes(operator: string): readonly string[] {
  return Object.hasOwn(SUFFIXES, operator) ? (SUFFIXES[operator] ?? []) : [];
}
