/** What DANA can be asked about a bound customer. Which of it a merchant gets is agreed with DANA. */
export const profileResources = Object.freeze([
  'BALANCE',
  'TOPUP_URL',
  'TRANSACTION_URL',
  'OTT',
  'MASK_DANA_ID',
  'USER_KYC',
  'LOGIN_ID',
  'CLEAR_TEXT_DANA_ID',
  'NICKNAME',
  'FULLNAME',
  'KTP_NUMBER',
  'KTP_PHOTO_DATA',
  'SELFIE_PHOTO_DATA',
  'AVATAR_URL',
  'MASKED_FULLNAME',
] as const);

/** One thing DANA can be asked about a bound customer. */
export type ProfileResource = (typeof profileResources)[number];

/** What DANA says about a bound customer, in its own words. Personal data: log none of it. */
export type Profile = Readonly<Partial<Record<ProfileResource, string>>>;
