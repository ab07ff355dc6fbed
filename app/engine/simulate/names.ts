/** Given and family names that are written together. */
export interface NameStock {
  readonly weight: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** Who buys at a shop in Spain that also ships abroad: every script, apostrophes, emoji, names of one letter. */
export const NAME_STOCKS: readonly NameStock[] = [
  {
    weight: 74,
    first: words(
      'María Lucía Carmen Sofía Martín Álvaro José Andrés Íñigo Begoña Óscar Inés Núria Jordi Iñaki Amaya Xabier',
      'Rocío Ángeles Jesús Adrián Belén Fermín Águeda Iván Sergio Pilar Nerea Paula Hugo Elena Raúl Marta Pablo',
      'Noelia Víctor Aitana Ramón Leire Joaquín Encarnación Ximena Úrsula Tomás Laia Arnau Uxía Brais',
    ),
    last: words(
      'García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Muñoz',
      'Álvarez Romero Gutiérrez Núñez Ibáñez Peña Cañizares Zubizarreta Etxeberria Puig Llull Castelló Õrdóñez',
      'Vázquez Domínguez Suárez Ortiz Marín Iglesias Güell Sáenz Bermúdez Echevarría Villaseñor Peñalver',
    ),
  },
  {
    weight: 6,
    first: words('Emily Oliver Siobhán Seán Charlotte George Niamh Harry Isla Rhys Angharad Ewan'),
    last: words("O'Connor O’Brien D'Arcy Smith Williams MacDonald Brontë Taylor-Joy St.John Evans Clarke Ng"),
  },
  {
    weight: 5,
    first: words('François Zoë Jürgen Søren Åsa Łukasz Żaneta Đorđe Ştefan Çağla João Inês Mehmet Dvořák'),
    last: words("L'Hôpital Müller Größ Østergård Wałęsa Šimić Ionescu Yılmaz D'Angelo Conceição Nguyễn Æsir"),
  },
  {
    weight: 4,
    first: ['محمد', 'فاطمة', 'يوسف', 'نور الهدى', 'خديجة', 'عبد الرحمن'],
    last: ['العلوي', 'بن علي', 'الإدريسي', 'حسن', 'المنصوري'],
  },
  {
    weight: 3,
    first: ['小明', '丽华', '伟', '秀英', '欣怡', '子轩'],
    last: ['王', '李', '张', '欧阳', '陳', '劉'],
  },
  {
    weight: 2,
    first: ['さくら', '健太', 'ユキ', '陽菜', '翔', '直美'],
    last: ['佐藤', '鈴木', '高橋', '渡邉', '髙田'],
  },
  {
    weight: 3,
    first: ['Ольга', 'Дмитрий', 'Наталія', 'Ђорђе', 'Алёна', 'Євген'],
    last: ['Иванова', 'Шевченко', 'Петров', 'Живковић', 'Соловьёв'],
  },
  {
    weight: 2,
    first: ['Ελένη', 'Γιώργος', 'Μαρία', 'Οδυσσέας'],
    last: ['Παπαδόπουλος', 'Νικολαΐδης', 'Αγγελής'],
  },
  {
    weight: 1,
    first: ['Nora ☕️', 'Leo 🐈‍⬛', 'Bea 👩🏽‍🍳', 'J', ''],
    last: ['Café ❤️', 'van der Öst', 'X', 'Pérez-Reverté 🇪🇸'],
  },
];

/** The customer every export must survive: a spreadsheet runs what begins with "=". */
export const FORMULA_NAME = { first: '=HYPERLINK("https://example.com";"Ana")', last: '+Prueba, "Uno"' };

/** Two buyers who resell. */
export const WHOLESALE_NAMES = [
  { first: 'Compras', last: 'Cafeterías Ñandú S.L.' },
  { first: 'Pedidos', last: 'Hotel Gran Vía & Spa' },
] as const;

/**
 * Address that nobody owns (RFC 2606), readable where the name has Latin letters.
 * @param number tells two people of one name apart
 */
export function emailOf(first: string, last: string, number: number): string {
  const slug = `${first}.${last}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z.]/g, '')
    .replace(/\.+/g, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 40);
  return `${slug === '' ? 'cliente' : slug}.${number}@example.com`;
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}
