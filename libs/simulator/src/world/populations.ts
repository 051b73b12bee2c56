import { declaredCrawlers } from '../bots/declared-crawlers.js';
import { feedAggregators } from '../bots/feed-aggregators.js';
import { linkPreviews } from '../bots/link-previews.js';
import { searchEngines } from '../bots/search-engines.js';
import { tppPopulations } from '../bots/tpp-populations.js';
import { selfTraffic } from '../bots/self-traffic.js';
import { uptimeMonitors } from '../bots/uptime-monitors.js';
import { appUsers } from '../people/app-users.js';
import { carrierNatUsers } from '../people/carrier-nat-users.js';
import { comparingShoppers } from '../people/comparing-shoppers.js';
import { corporateProxies } from '../people/corporate-proxies.js';
import { desktopShoppers } from '../people/desktop-shoppers.js';
import { feedSubscribers } from '../people/feed-subscribers.js';
import { forgetfulCustomers } from '../people/forgetful-customers.js';
import { hotlinkViewers } from '../people/hotlink-viewers.js';
import { households } from '../people/households.js';
import { loggedInReaders } from '../people/logged-in-readers.js';
import { mobileShoppers } from '../people/mobile-shoppers.js';
import { newsReaders } from '../people/news-readers.js';
import { nightOwls } from '../people/night-owls.js';
import { oldBrowsers } from '../people/old-browsers.js';
import { relayUsers } from '../people/relay-users.js';
import { sparingBrowsers } from '../people/sparing-browsers.js';
import { auctionBidders } from '../people/auction-bidders.js';
import { bankCustomers, expiredPasswords } from '../people/bank-customers.js';
import { challengedPeople } from '../people/challenged-people.js';
import { marketBuyers, wishListCollectors } from '../people/market-people.js';
import {
  couponSharers,
  declinedPayers,
  dropFans,
  lockedOutCustomers,
  newCustomers,
  pollVoters,
} from '../people/occasions.js';
import { campusUsers, phonePrefixUsers } from '../people/prefix-users.js';
import { presaleFans, theatreGoers } from '../people/theatre-goers.js';
import { type Populate } from './population.js';

/** Everybody but attackers. A new kind of actor is one file and one line here. */
export const POPULATIONS: readonly Populate[] = [
  desktopShoppers,
  mobileShoppers,
  appUsers,
  newsReaders,
  loggedInReaders,
  households,
  corporateProxies,
  carrierNatUsers,
  relayUsers,
  forgetfulCustomers,
  comparingShoppers,
  nightOwls,
  sparingBrowsers,
  oldBrowsers,
  hotlinkViewers,
  feedSubscribers,
  marketBuyers,
  wishListCollectors,
  auctionBidders,
  challengedPeople,
  theatreGoers,
  presaleFans,
  bankCustomers,
  expiredPasswords,
  dropFans,
  pollVoters,
  newCustomers,
  declinedPayers,
  couponSharers,
  lockedOutCustomers,
  phonePrefixUsers,
  campusUsers,
  ...searchEngines,
  ...declaredCrawlers,
  uptimeMonitors,
  selfTraffic,
  feedAggregators,
  linkPreviews,
  ...tppPopulations,
];
