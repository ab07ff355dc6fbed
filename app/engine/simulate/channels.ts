import type { SimulatedOrigin } from './simulated-shop';

/**
 * Where new customers come from and what becomes of them. Purchases follow MBG/NBD (Batislam, Denizel & Filiztekin
 * 2007): the rate per day is Gamma(`r`, rate `alpha`), the chance to leave after each order, the first included, is
 * Beta(`a`, `b`). Order values follow Gamma-Gamma (Fader & Hardie 2013) with the mean `meanValue`.
 */
export interface AcquisitionChannel {
  readonly name: string;
  /** Share of new customers. */
  readonly share: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** Euros. */
  readonly meanValue: number;
  /** How the first visit shows, with the campaigns that it may have come from. */
  readonly origins: readonly (SimulatedOrigin & { readonly weight: number })[];
}

/**
 * From the most to the least loyal by drop-out a/(a+b): newsletter .14, organic and direct .20, search .28,
 * Facebook and Instagram .38, TikTok .55.
 */
export const ACQUISITION_CHANNELS: readonly AcquisitionChannel[] = [
  {
    name: 'newsletter',
    share: 0.1,
    r: 1.3,
    alpha: 68,
    a: 0.7,
    b: 4.3,
    meanValue: 43,
    origins: [
      origin('email', 'newsletter', 'email', 'bienvenida', 5),
      origin('email', 'newsletter', 'email', 'origen-del-mes', 3),
      origin('email', 'newsletter', 'email', 'recomienda-a-un-amigo', 2),
    ],
  },
  {
    name: 'organic',
    share: 0.24,
    r: 1.1,
    alpha: 74,
    a: 0.8,
    b: 3.2,
    meanValue: 40,
    origins: [
      origin('direct', null, null, null, 5),
      origin('google', null, null, null, 4),
      origin('bing', null, null, null, 1),
    ],
  },
  {
    name: 'google',
    share: 0.27,
    r: 1.0,
    alpha: 80,
    a: 0.84,
    b: 2.16,
    meanValue: 38,
    origins: [
      origin('google', 'google', 'cpc', 'marca', 3),
      origin('google', 'google', 'cpc', 'cafe-de-especialidad', 5),
      origin('google', 'google', 'cpc', 'shopping-cafeteras', 2),
    ],
  },
  {
    name: 'meta',
    share: 0.26,
    r: 0.9,
    alpha: 86,
    a: 0.95,
    b: 1.55,
    meanValue: 34,
    origins: [
      origin('facebook', 'facebook', 'paid', 'prospeccion', 4),
      origin('instagram', 'instagram', 'paid', 'prospeccion', 4),
      origin('instagram', 'instagram', 'paid', 'reels-barista', 3),
    ],
  },
  {
    name: 'tiktok',
    share: 0.13,
    r: 0.8,
    alpha: 95,
    a: 1.1,
    b: 0.9,
    meanValue: 27,
    origins: [
      origin('tiktok', 'tiktok', 'paid', 'latte-art', 3),
      origin('tiktok', 'tiktok', 'paid', 'cold-brew-verano', 2),
    ],
  },
];

/** How customers who already know the shop come back, when not the way they came first. */
export const RETURN_ORIGINS: readonly (SimulatedOrigin & { readonly weight: number })[] = [
  origin('direct', null, null, null, 5),
  origin('email', 'newsletter', 'email', 'origen-del-mes', 4),
  origin('email', 'newsletter', 'email', 'carrito-abandonado', 1),
  origin('google', null, null, null, 2),
  origin('google', 'google', 'cpc', 'marca', 1),
];

function origin(
  source: string,
  utmSource: string | null,
  utmMedium: string | null,
  utmCampaign: string | null,
  weight: number,
): SimulatedOrigin & { readonly weight: number } {
  return { source, utmSource, utmMedium, utmCampaign, weight };
}
