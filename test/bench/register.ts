import { writeXlsx, type CellValue, type WriteSheet } from "hucre/xlsx";
import { frenchDate, fromSerial, toSerial } from "../../src/cells";
import { campaignOf, createDirectory } from "../../src/tariff";
import { Random } from "./random";

/** The campaign that the registers are billed for, where no other is asked. */
export const campaignYear = 2015;

const besanconSchools = (
  "Albert Camus, Albrecht Dürer, Arènes, Bourgogne, Brossolette, Bruyères, Butte, Champagne, Chaprais, Condorcet, Cologne, " +
  "Denis Diderot, Dole, Édouard Herriot, Fanart, Fontaine-Écu, Fourier, Granvelle, Helvétie, Île-de-France, Jean Boichard, " +
  "Jean Macé, Jean Zay, Kennedy, Lamartine, Montrapon, Pergaud, Rivotte, Saint-Claude, Sapins, Tilleroyes, Tristan Bernard, " +
  "Velotte, Vieilles-Perrières, Viotte"
).split(", ");

interface RegisterSchool {
  readonly commune: string;
  readonly school: string;
}

/** Each commune of the campaign with one school, a few with two, Besançon with two for each of its names. */
export function schoolsOfCampaign(year: number): RegisterSchool[] {
  const { members } = createDirectory(campaignOf(year));
  return members.flatMap(({ name: commune }, at) => {
    if (commune === "Besançon")
      return besanconSchools.flatMap((name) => [
        { commune, school: `École maternelle ${name}` },
        { commune, school: `École élémentaire ${name}` },
      ]);
    return at % 12 === 5
      ? ["École maternelle", "École élémentaire"].map((school) => ({ commune, school }))
      : [{ commune, school: "École primaire" }];
  });
}

const labels: readonly (readonly [string, number])[] = [
  ["PC standard", 24],
  ["Poste client standard", 24],
  ["Poste client std", 26],
  ["Logiciel spécifique", 8],
  ["Pièces détachées", 6],
  ["Poste spécifique", 4],
  ["Imprimante jet encre", 4],
  ["Imprimante jet d'encre", 3],
  ["Serveur spécifique", 0.2],
];

const headers = [
  "N° inventaire",
  "Désignation",
  "Commune",
  "École",
  "N° de série",
  "Date de mise en service",
  "Date de sortie",
  "État",
];
const entryColumn = 5;
const exitColumn = 6;
/** Share of machines withdrawn, and of dates typed as text. */
const withdrawn = 0.022;
const typed = 0.28;

/** Serial numbers in no order, all different: a prime permutes the rows. */
function serialNumber(row: number): string {
  return `SN${String((row * 48_271) % 1_000_003).padStart(8, "0")}`;
}

/**
 * An .xlsx that holds a register of `rows` machines, one row each, and the headcounts of their schools. Dates are cells
 * with a date format, or texts. Each school has one pack and one standard server, as the tariff bills at most one.
 */
export function makeRegister(rows: number, year = campaignYear): Promise<Uint8Array> {
  const random = new Random(rows);
  const schools = schoolsOfCampaign(year);
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const table: CellValue[][] = [headers];
  const snapshot = toSerial(campaignOf(year).snapshot);
  const put = (row: number, column: number, serial: number): CellValue => {
    if (random.next() < typed) {
      const text = frenchDate(fromSerial(serial));
      return random.next() < 0.35 ? text.replaceAll("/", ".") : text;
    }
    cells.set(`${row},${column}`, { value: serial, style: { numFmt: "dd/mm/yyyy" } });
    return serial;
  };
  const once = ["Pack logiciel / école", "Serveur standard / école"];
  for (let row = 1; row <= rows; row++) {
    const own = row <= once.length * schools.length;
    const { commune, school } = schools[own ? row % schools.length : random.whole(0, schools.length - 1)]!;
    const label = own ? once[Math.floor((row - 1) / schools.length)]! : random.pick(labels);
    const entered = snapshot - random.whole(1, 8 * 365);
    const out = !own && random.next() < withdrawn;
    table.push([
      `INV${year % 100}-${String(row).padStart(6, "0")}`,
      label,
      commune,
      school,
      serialNumber(row),
      put(row, entryColumn, entered),
      out ? put(row, exitColumn, Math.min(snapshot, entered + random.whole(1, 5 * 365))) : null,
      out ? "Réformé" : "En service",
    ]);
  }
  const headcounts: CellValue[][] = [["Effectifs scolaires"], [], ["Commune", "École", "Total"]];
  for (const { commune, school } of schools) headcounts.push([commune, school, random.whole(20, 190)]);
  return writeXlsx({
    sheets: [
      { name: "Registre", rows: table, cells },
      { name: "Effectifs", rows: headcounts },
    ],
  });
}
