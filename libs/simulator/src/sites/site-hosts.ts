/** Host names of the estate (RFC 2606 names: nobody's). */
export const SITE_HOSTS = {
  shop: 'www.larkfield.example',
  mobileApi: 'api.larkfield.example',
  news: 'www.harbourpost.example',
  bank: 'my.tidebank.example',
  market: 'www.uferhaus.example',
  tickets: 'entradas.teatrolamar.example',
  openBanking: 'openbanking.tidebank.example',
} as const;
