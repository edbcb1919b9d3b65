import type { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { totalOf, type CommuneTotal, type Statement } from "../statement";
import type { Nature, Payer } from "../tariff";
import type { Fiche } from "./fiche";
import { count, euros, imported, linkTo, refer, share, sumDown, text, type Place } from "./kit/cells";
import { percent, shareCells, sharesChart, sharesOf } from "./kit/charts";
import type { ModelChart, PrintSetup, SheetModel } from "./kit/model";
import { Page, type PageCell } from "./kit/page";
import { styles } from "./kit/styles";
import { campaignLine, printTexts } from "./kit/texts";
import { writeRanking } from "./recapitulatif-ranking";

const widths = [27, 8, 8, 13, 13, 13, 14, 14.5, 14, 14.5];
const columns = {
  schools: 2,
  installation: { cagb: 3, commune: 4 },
  maintenance: { cagb: 5, commune: 6 },
  cagb: 7,
  due: 8,
  total: 9,
} as const;
const amounts = [
  ["installation", "cagb"],
  ["installation", "commune"],
  ["maintenance", "cagb"],
  ["maintenance", "commune"],
] as const satisfies readonly (readonly [Nature, Payer])[];

const headings = [
  ...["Commune", "INSEE", "Écoles"],
  ...["Installation CAGB", "Installation commune", "Maintenance CAGB", "Maintenance commune"],
  ...["Part de la CAGB", "Quote-part à refacturer", "Total"],
];
const textColumns = 2;
const aboutAmounts =
  "Montants nets, le tarif ne comportant pas de TVA ; la quote-part de chaque commune est détaillée dans sa fiche.";

/** Sheets to which the récapitulatif leads. */
interface Neighbours {
  readonly titre: string;
  readonly repartition: string;
  readonly controles: string;
  readonly journal: string;
  /** Null where the options ask for no sheet of all fiches. */
  readonly printableFiches: string | null;
}

/** A billed commune, and the cells that say what it is in the titre. */
export interface PlacedCommune {
  readonly total: CommuneTotal;
  /** Name of its fiche. */
  readonly fiche: string;
  readonly schools: number;
  readonly places: Readonly<Record<"schools" | "cagb" | "due", Place>>;
}

export interface Recapitulatif {
  readonly model: SheetModel;
  readonly communes: readonly PlacedCommune[];
  readonly schools: Place;
  readonly cagb: Place;
  readonly due: Place;
  readonly total: Place;
}

/** « Récapitulatif »: a commune a row, each amount taken from its fiche; charts of both parts of the titre, and all communes ranked. (decisions §7) */
export function makeRecapitulatif(
  statement: Statement,
  fiches: readonly Fiche[],
  name: string,
  neighbours: Neighbours,
): Recapitulatif {
  const draft = new Page(widths);
  draft.add([text("Récapitulatif par commune", styles.title)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add(linksTo(neighbours));
  draft.space();
  draft.paragraph(aboutAmounts, styles.note);
  const headerRow = draft.add(
    headings.map((title, column) => text(title, column < textColumns ? styles.header : styles.headerNumber)),
    true,
  );
  const first = draft.next;
  const byInsee = new Map(fiches.map((fiche) => [fiche.insee, fiche]));
  const ficheOf = ({ commune }: CommuneTotal) => byInsee.get(commune.insee);
  statement.byCommune.forEach((commune, index) =>
    writeCommune(draft, commune, ficheOf(commune), index === statement.byCommune.length - 1),
  );
  const last = draft.next - 1;
  const totalRow = writeTotal(draft, statement, first, last);
  const sharesRow = last < first ? null : writeShares(draft, statement, totalRow, columns);
  const note = sharedSchoolsNote(statement);
  if (note !== null) draft.paragraph(note, styles.note);
  const shares = sharesRow === null ? null : addSharesChart(draft, statement, sharesRow, columns);
  const ranking = writeRanking(draft, statement, first, columns);
  const charts = [shares, ranking?.chart ?? null].filter((chart) => chart !== null);
  const dataBars = ranking === null ? [] : [ranking.bars];
  const at = (column: number, row = totalRow): Place => ({ sheet: name, row, column });
  const communes = statement.byCommune.flatMap((total, index) => {
    const row = first + index;
    const places = { schools: at(columns.schools, row), cagb: at(columns.cagb, row), due: at(columns.due, row) };
    const fiche = ficheOf(total)?.model.name;
    return fiche === undefined ? [] : [{ total, fiche, schools: billedSchools(total), places }];
  });
  const names = statement.byCommune.map(({ commune }, index) => ({
    name: `ORDICLASSE_DU_${commune.insee}`,
    row: first + index,
    column: columns.due,
  }));
  const printed = (titleRows: PrintSetup["titleRows"]) =>
    draft.finish(
      { key: "recapitulatif", name, freeze: { rows: headerRow + 1, columns: 1 }, charts, dataBars, names },
      { orientation: "portrait", titleRows, ...printTexts("Récapitulatif par commune", statement.campaign) },
    );
  // A table that holds on the first page needs no titles on the next, above the charts alone.
  const untitled = printed(null);
  const tableIsCut = untitled.print.breaksBefore.some((row) => row <= totalRow);
  const model = tableIsCut ? printed({ first: headerRow, last: headerRow }) : untitled;
  return {
    model,
    communes,
    schools: at(columns.schools),
    cagb: at(columns.cagb),
    due: at(columns.due),
    total: at(columns.total),
  };
}

/** Spread over the columns, each where it has room. */
function linksTo({ titre, repartition, controles, journal, printableFiches }: Neighbours): PageCell[] {
  const cells: PageCell[] = widths.map(() => null);
  const lead = (column: number, label: string, sheet: string) => {
    cells[column] = linkTo(`→ ${label}`, sheet, "A1", styles.back);
  };
  lead(0, "Titre CAGB", titre);
  lead(1, "Répartition", repartition);
  lead(3, "Contrôles", controles);
  lead(5, "Journal", journal);
  if (printableFiches !== null) lead(6, "Fiches (impression)", printableFiches);
  return cells;
}

function writeCommune(draft: Page, total: CommuneTotal, fiche: Fiche | undefined, keep: boolean): void {
  const row = draft.next;
  const { commune, split } = total;
  const name =
    fiche === undefined
      ? imported(commune.name, styles.line)
      : linkTo(commune.name, fiche.model.name, "A1", styles.lineLink, `Ouvrir la fiche de ${commune.name}`);
  const formula = (nature: Nature, payer: Payer) =>
    fiche === undefined ? undefined : refer(fiche.amountAt(nature, payer));
  const bold = { ...styles.line, bold: true };
  draft.add(
    [
      name,
      imported(commune.insee, styles.line),
      count(billedSchools(total), styles.line),
      ...amounts.map(([nature, payer]) => euros(split[nature][payer], styles.line, formula(nature, payer))),
      euros(total.cagb, styles.line, both(row, "cagb")),
      euros(total.due, bold, both(row, "commune")),
      euros(totalOf(split), styles.line, `${cellName(row, columns.cagb)}+${cellName(row, columns.due)}`),
    ],
    keep,
  );
}

function both(row: number, payer: Payer): string {
  return `${cellName(row, columns.installation[payer])}+${cellName(row, columns.maintenance[payer])}`;
}

function writeTotal(draft: Page, statement: Statement, first: number, last: number): number {
  const { split, cagb, communes, total } = statement;
  const empty = last < first;
  const sumOf = (amount: Decimal, column: number) =>
    euros(amount, styles.total, empty ? undefined : sumDown(column, first, last));
  // A shared school is on the row of each of its communes: its number here is that of schools, not the column's sum.
  const cells: PageCell[] = [text("Total", styles.total), null, count(statement.schools, styles.total)];
  for (const [nature, payer] of amounts)
    cells[columns[nature][payer]] = sumOf(split[nature][payer], columns[nature][payer]);
  cells[columns.cagb] = sumOf(cagb, columns.cagb);
  cells[columns.due] = sumOf(communes, columns.due);
  cells[columns.total] = sumOf(total, columns.total);
  // What is below tells the shares of this total.
  return draft.band(cells, styles.total, !empty);
}

/** The columns of « Récapitulatif » that hold both parts and their sum. */
export interface PartColumns {
  readonly cagb: number;
  readonly due: number;
  readonly total: number;
}

/** What the total of the row above is cut into, in percent: the second share is what the first one leaves. Gives the row. */
function writeShares(draft: Page, statement: Statement, totalRow: number, columns: PartColumns): number {
  const { cagb, communes } = sharesOf(statement);
  const row = draft.next;
  const [first, second] = [cellName(row, columns.cagb), cellName(row, columns.due)];
  const names = { cagb: cellName(totalRow, columns.cagb), total: cellName(totalRow, columns.total), share: first };
  const shares = shareCells(statement, names, styles.subtotal);
  const cells: PageCell[] = [text("Part du titre", styles.subtotal)];
  cells[columns.cagb] = shares.cagb;
  cells[columns.due] = shares.communes;
  cells[columns.total] = share(cagb.plus(communes), styles.subtotal, `${first}+${second}`);
  return draft.band(cells, styles.subtotal);
}

/** Rows of the bar of both parts, its legend and its title. */
const sharesHeight = 7;

/** Who pays what: a sentence with both shares, and one bar. */
function addSharesChart(draft: Page, statement: Statement, row: number, columns: PartColumns): ModelChart {
  draft.section(shareSentence(statement));
  const anchor = { ...draft.takeRows(sharesHeight), left: 0, right: columns.total };
  return sharesChart({ label: 0, cagb: columns.cagb, communes: columns.due }, { first: row, last: row }, anchor);
}

function shareSentence(statement: Statement): string {
  if (statement.total.isZero()) return "Rien n’est facturé, ni à la CAGB ni aux communes";
  const { cagb, communes } = sharesOf(statement);
  return `La CAGB prend en charge ${percent(cagb)} du titre, les communes ${percent(communes)}`;
}

/** Schools of a commune that are billed for anything. */
function billedSchools({ schools }: CommuneTotal): number {
  return schools.filter((school) => school.lines.length > 0).length;
}

/** Why the schools of the communes do not add up to the total, where a key shares one between several; else null. */
export function sharedSchoolsNote({ byCommune, schools }: Statement): string | null {
  const rows = byCommune.reduce((total, commune) => total + billedSchools(commune), 0);
  return rows === schools
    ? null
    : "Écoles : une école partagée est comptée dans chacune des communes qui la paient, et une seule fois dans le total.";
}
