/**
 * JA4 fingerprints of TLS libraries. Chrome, Firefox, Safari and Go are the values FoxIO publishes in its JA4 examples; the others are
 * invented in the same form: what matters is that each library has its own.
 */
export const TLS_FINGERPRINTS = {
  chrome: 't13d1516h2_8daaf6152771_02713d6af862',
  firefox: 't13d1715h2_5b57614c22b0_7121afd63204',
  safari: 't13d2014h2_a09f3c656075_14788d8d241b',
  go: 't13d190900_9dc949149365_97f8aa674fd9',
  python: 't13d1812h1_85036bcba153_375ca2c5e164',
  openssl: 't13d3112h2_e8f1e7e78f70_6bebaf5329ac',
  java: 't13d4906h1_0d8feac7bc37_7395dae3b2f3',
  node: 't13d5911h1_a33745022dd6_1f22a2ca17c4',
  okhttp: 't13d1613h2_46e7e9700bed_45f260be83e2',
  apple: 't13d2613h2_2802a3db6c62_845d286b0d67',
  old: 't12d2108h1_76e208dd3e22_2dae41c691ec',
} as const;

/** The first part of a user agent that is found decides. */
const LIBRARIES: readonly (readonly [string, keyof typeof TLS_FINGERPRINTS])[] = [
  ['Firefox/', 'firefox'],
  ['Trident/', 'old'],
  ['Chrome/', 'chrome'],
  ['okhttp', 'okhttp'],
  ['Alamofire', 'apple'],
  ['CFNetwork', 'apple'],
  ['Safari/', 'safari'],
  ['iPhone', 'safari'],
  ['python', 'python'],
  ['Scrapy', 'python'],
  ['Go-http-client', 'go'],
  ['ffuf', 'go'],
  ['kiterunner', 'go'],
  ['Nuclei', 'go'],
  ['Java/', 'java'],
  ['node', 'node'],
  ['Postman', 'node'],
];

/** What the TLS hello of a client looks like that is what its user agent says. */
export function tlsFingerprintOf(userAgent: string): string {
  const found = LIBRARIES.find(([part]) => userAgent.includes(part));
  return TLS_FINGERPRINTS[found?.[1] ?? 'openssl'];
}
