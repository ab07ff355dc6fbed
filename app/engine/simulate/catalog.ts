/** One article of the demo shop. */
export interface Product {
  readonly id: number;
  readonly title: string;
  /** List price in minor units of the shop's currency. */
  readonly priceMinor: number;
  /** How often it is put into a basket, relative to the others. */
  readonly weight: number;
}

/** Title, price in euros, weight: a roaster of specialty coffee, its brewing gear and a few gifts. */
const ARTICLES: readonly (readonly [string, number, number])[] = [
  ['Etiopía Yirgacheffe 250 g', 12.9, 60],
  ['Etiopía Guji natural 250 g', 14.5, 40],
  ['Colombia Huila 250 g', 11.9, 70],
  ['Colombia Nariño 1 kg', 38.5, 22],
  ['Kenia Nyeri AA 250 g', 15.9, 30],
  ['Guatemala Antigua 250 g', 12.5, 38],
  ['Brasil Cerrado 250 g', 9.9, 75],
  ['Brasil Cerrado 1 kg', 31.9, 40],
  ['Costa Rica Tarrazú honey 250 g', 14.9, 24],
  ['Perú Cajamarca ecológico 250 g', 12.2, 26],
  ['Ruanda Nyamasheke 250 g', 13.4, 18],
  ['Panamá Geisha 100 g', 29.9, 6],
  ['Sumatra Mandheling 250 g', 12.8, 15],
  ['Blend «La Casa» 250 g', 8.9, 90],
  ['Blend «La Casa» 1 kg', 28.9, 55],
  ['Blend Espresso Nocturno 250 g', 9.5, 62],
  ['Blend Espresso Nocturno 1 kg', 30.5, 34],
  ['Descafeinado al agua 250 g', 11.5, 36],
  ['Descafeinado al agua 1 kg', 36.0, 10],
  ['Café de olla con canela 250 g', 10.9, 14],
  ['Cápsulas compostables x 20', 9.8, 44],
  ['Caja degustación, 4 orígenes', 24.9, 28],
  ['Suscripción regalo, 3 meses', 59.0, 5],
  ['Cold brew, botella 500 ml', 6.9, 26],
  ['Drip bags x 10', 13.9, 18],
  ['Sobre de muestra 60 g', 3.5, 30],
  ['Filtros V60 02 x 100', 7.5, 32],
  ['Filtros Chemex x 100', 11.9, 9],
  ['Filtros AeroPress x 350', 6.5, 16],
  ['Cafetera V60 02, cerámica', 24.5, 9],
  ['Chemex 6 tazas', 49.9, 4],
  ['AeroPress Go', 39.9, 7],
  ['Cafetera italiana, 6 tazas', 27.9, 10],
  ['Prensa francesa 1 l', 32.0, 6],
  ['Molinillo manual', 69.0, 4],
  ['Báscula con cronómetro', 45.0, 4],
  ['Hervidor de cuello de cisne', 74.0, 3],
  ['Taza de gres 250 ml', 14.0, 14],
  ['Cascarilla de cacao 200 g', 5.9, 12],
  ['Chocolate 70 % de Piura', 4.2, 34],
];

// As large as a real shop's ids, so that nobody can get away with 32 bits.
const FIRST_PRODUCT_ID = 8_400_000_000_001;

/** @param minorPerEuro minor units of the shop's currency in one euro: 100 for EUR */
export function catalog(minorPerEuro: number): readonly Product[] {
  return ARTICLES.map(([title, euros, weight], index) => ({
    id: FIRST_PRODUCT_ID + index,
    title,
    priceMinor: Math.round(euros * minorPerEuro),
    weight,
  }));
}
