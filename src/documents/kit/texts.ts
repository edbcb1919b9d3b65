import { frenchDate, fromSerial, parseIsoDate, toSerial, type CivilDate } from "../../cells";
import type { InventoryReading, SheetRef } from "../../inventory";
import type { CommuneTotal, Line, SchoolTotal, Statement } from "../../statement";
import type { Campaign, Grid, Nature } from "../../tariff";

export const natureNames: Readonly<Record<Nature, string>> = {
  installation: "Installation",
  maintenance: "Maintenance",
};

export const campaignLineStart = "Ordiclasse · campagne ";

/** The line under each document's title, by which it is known where its key is lost: `generatedDocumentOf`. */
export function campaignLine(campaign: Campaign): string {
  return `${campaignLineStart}${campaign.year} · situation au ${longDate(campaign.snapshot)}`;
}

/** The act that sets the prices, where it was read, and the days it applies on. */
export function gridLine(grid: Grid): string {
  const source = grid.origin === "workbook" ? " (table « Tarifs » du classeur)" : "";
  return gridText({ ...grid, act: grid.act + source });
}

/** The act of a grid that may be another workbook's, or simulated, and the days it applies on. */
export function gridText({ act, from, to }: Pick<Grid, "act" | "from" | "to">): string {
  return `${act}, applicable du ${frenchDate(from)} au ${frenchDate(to)}`;
}

/** « clé 3/5 ». */
export function shareNote({ weight, total }: NonNullable<Line["share"]>): string {
  const french = (value: number) => String(value).replace(".", ",");
  return `clé ${french(weight)}/${french(total)}`;
}

/** « un point reste à corriger », « 3 points restent à corriger ». */
export function pointsLeft(errors: number): string {
  return errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
}

/** « 25/11/2014 à 14:03 » for `2014-11-25 14:03`; as written where it is written otherwise. */
export function formatDateTime(when: string): string {
  const [day = "", time = ""] = when.split(" ");
  const date = parseIsoDate(day);
  return date === null || time === "" ? when : `${frenchDate(date)} à ${time.slice(0, 5)}`;
}

/** Files that are not the first one, in which alone our links need no file. */
export function externalFiles(reading: InventoryReading): ReadonlySet<string> {
  const sheets: SheetRef[] = [...reading.rows, ...reading.mappings].map(({ sheet }) => sheet);
  return new Set(sheets.flatMap(({ otherFile }) => (otherFile === null ? [] : [otherFile])));
}

/** Over rows that go on: « École Fanart (suite) ». */
export function continued(title: string): string {
  return `${title} (suite)`;
}

/** « 1ᵉʳ novembre 2014 ». */
export function longDate({ year, month, day }: CivilDate): string {
  return `${day === 1 ? "1ᵉʳ" : String(day)} ${months[month - 1]!} ${year}`;
}

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

export function dayAfter(day: CivilDate): CivilDate {
  return fromSerial(toSerial(day) + 1);
}

/** The name of a sheet that was read, after its file where that is not the first one. */
export function sheetName({ otherFile, name }: SheetRef): string {
  return otherFile === null ? name : `[${otherFile}]${name}`;
}

/** Returns the schools of a commune that are billed for anything. */
function schoolsBilled({ schools }: CommuneTotal): readonly SchoolTotal[] {
  return schools.filter(({ lines }) => lines.length > 0);
}

/** Returns how many they are. */
export function billedSchools(total: CommuneTotal): number {
  return schoolsBilled(total).length;
}

/** Returns the communes that have a fiche: those with a school billed for anything. */
export function communesWithFiche({ byCommune }: Statement): readonly CommuneTotal[] {
  return byCommune.filter((total) => billedSchools(total) > 0);
}

/** Returns what the schools of a commune count of a unit, or of one code, those that it shares among them, whole: as its fiche shows them. */
export function unitsOf({ schools }: CommuneTotal, unit: string, nature: Nature, code?: string): number {
  const lines = schools.flatMap((school) => school.lines).filter((line) => line.nature === nature);
  const counted = lines.filter(({ tariff }) => tariff.unit === unit && tariff.code === (code ?? tariff.code));
  return counted.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Why the schools of the communes do not add up to the total, where a key shares one between several; else null. */
export function sharedSchoolsNote({ byCommune, schools }: Statement): string | null {
  const rows = byCommune.reduce((total, commune) => total + billedSchools(commune), 0);
  return rows === schools
    ? null
    : "Écoles : une école partagée est comptée dans chacune des communes qui la paient, et une seule fois dans le total.";
}
