/** The scratch table of addresses whose campaign was found or grew, read by `visitor-features`. */
export const campaignGrowthAdd = 'campaign_growth';

/** Empties it. */
export const campaignGrowthClear = 'TRUNCATE TABLE campaign_growth';
