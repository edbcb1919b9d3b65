import { Decimal } from "decimal.js";
import { totalOf, type CommuneTotal, type Statement } from "../statement";
import { natures, type Campaign, type Nature, type Payer } from "../tariff";
import { amountNamesOf } from "./amount-names";
import type { Fiche } from "./fiche";
import type { PayerCells } from "./fiche-part";
import { basesOf, billedSchools, hasDebtorPart, sharedSchoolsNote, splitCells } from "./kit/billed";
import { communeLink, count, euros, exactEuros, imported, share, text } from "./kit/cells";
import { percent, shareCells, sharesChart, sharesOf } from "./kit/charts";
import { block, minus, plus, rounded, sumsLess, type Area, type Formula, type Place } from "./kit/formula";
import { heading, printTexts, writeStatusBand, type DocumentLink } from "./kit/heading";
import type { ModelChart, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { partNames, type Say } from "./kit/say";
import { beside, bold, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";
import { vatNote } from "./kit/texts";
import type { CampaignDocument } from "./registry";
import { documentName } from "./sheet-names";
import { columnsOfBases, writeBasesOnFiches, type BasesOnFiches } from "./recapitulatif-bases";
import { writeRanking } from "./recapitulatif-ranking";

interface RecapitulatifContext {
  /** Returns the name of the sheet of a document; null when it is not made. */
  readonly nameOf: (id: CampaignDocument) => string | null;
  readonly status: string | null;
}

/** A billed commune, with the cells of its part of the titre. */
export interface PlacedCommune {
  readonly total: CommuneTotal;
  readonly schools: number;
  readonly places: Readonly<Record<"schools" | "cagb" | "due", Place>>;
}

export interface Recapitulatif {
  readonly model: SheetModel;
  readonly communes: readonly PlacedCommune[];
  /** The cells of its total. */
  readonly total: Readonly<Record<"schools" | "cagb" | "due" | "total", Place>>;
  /** Cells out of sight: what each fiche has of each basis. */
  readonly bases: BasesOnFiches;
  /**
   * Hidden cells with, for each commune, the sum of the lines and of the schools of its fiche, minus its total; null
   * when there is no commune.
   */
  readonly gaps: Readonly<Record<"lines" | "schools", Area>> | null;
}

interface CommuneRow {
  readonly total: CommuneTotal;
  /** Undefined when nothing is billed. */
  readonly fiche: Fiche | undefined;
}

type PartKey = `${Nature}-${Payer}`;

const column = columnHelper<CommuneRow, PartKey | "cagb" | "due" | "total">();

const communes = table({
  columns: {
    commune: column.cell("[Commune]", 27, ({ total, fiche }) => communeLink(total.commune, fiche?.model.name), "left"),
    schools: column.count("[Écoles]", 8, ({ total }) => billedSchools(total)),
    due: column.cell("Quote-part à refacturer", 14, ({ total }, at, style) =>
      euros(total.due, bold(style), bothNatures("commune")(at)),
    ),
    cagb: column.euros(partNames.cagb, 14.5, ({ total }) => total.cagb, bothNatures("cagb")),
    total: column.cell("Total", 14.5, ({ total }, at, style) =>
      euros(totalOf(total.split), style, plus(at.cagb, at.due)),
    ),
    "installation-cagb": partColumn("installation", "cagb", "Installation [CAGB]", 13),
    "installation-commune": partColumn("installation", "commune", "Installation [commune]", 13),
    "maintenance-cagb": partColumn("maintenance", "cagb", "Maintenance [CAGB]", 13),
    "maintenance-commune": partColumn("maintenance", "commune", "Maintenance [commune]", 14),
    insee: column.cell("INSEE", 9, ({ total }, _at, style) => imported(total.commune.insee, beside(style)), "beside"),
    // Out of sight: « Contrôles » adds them up.
    linesGap: gapColumn("Lignes de la fiche, écart", (parts, total) =>
      sumsLess(
        parts.flatMap(({ byNature }) => natures.flatMap((nature) => byNature[nature] ?? [])),
        total,
      ),
    ),
    schoolsGap: gapColumn("[Écoles] de la fiche, écart", (parts, total) =>
      minus(
        parts.map((part) => part.total),
        total,
      ),
    ),
  },
  origin: ({ total }, at) => ({
    kind: "commune",
    commune: total.commune,
    amounts: {
      installation: { cagb: at["installation-cagb"], commune: at["installation-commune"] },
      maintenance: { cagb: at["maintenance-cagb"], commune: at["maintenance-commune"] },
    },
  }),
});

/** Makes the column of one nature and payer, with the total of each commune's fiche. */
function partColumn(nature: Nature, payer: Payer, title: string, width: number) {
  return column.cell(title, width, ({ total, fiche }, _at, style) => {
    const formula = fiche?.payers[payer]?.byNature[nature];
    return euros(total.split[nature][payer], style, formula ?? undefined);
  });
}

/**
 * Makes the column of the gap between the fiche of a commune added up another way and the commune's total: 0,00 is
 * expected.
 */
function gapColumn(title: string, gap: (parts: readonly PayerCells[], total: Place) => Formula) {
  return column.cell(title, 0, ({ fiche }, at, style) => {
    if (fiche === undefined) return null;
    const { commune, cagb } = fiche.payers;
    const parts = cagb === undefined ? [commune] : [commune, cagb];
    return exactEuros(new Decimal(0), style, rounded(gap(parts, at.total)));
  });
}

function bothNatures(payer: Payer) {
  return (at: Cells<PartKey>) => plus(at[`installation-${payer}`], at[`maintenance-${payer}`]);
}

/**
 * Makes « Récapitulatif »: one row for each commune, with what it owes first and each amount taken from its fiche;
 * charts of both parts of the titre, and the ranking of the communes; in hidden columns, the differences of each fiche.
 * (decisions §7)
 */
export function makeRecapitulatif(
  statement: Statement,
  fiches: readonly Fiche[],
  { nameOf, status }: RecapitulatifContext,
): Recapitulatif {
  const { campaign, split } = statement;
  const hasPart = hasDebtorPart(statement);
  const widths = communes.widthsWithout(hasPart ? [] : ["cagb", "installation-cagb", "maintenance-cagb"]);
  const bases = basesOf(statement).filter(({ isBilled }) => isBilled);
  const hidden = Array<number>(1 + columnsOfBases(bases)).fill(0);
  const page = new Page(nameOf("recapitulatif")!, campaign, [...widths, ...hidden], { columns: widths.length + 1 });
  const { say } = page;
  const title = say("Récapitulatif par [commune]");
  heading(page, { title, campaign, links: linksTo(nameOf, hasPart, campaign) });
  writeStatusBand(page, status, lastPrinted + 1);
  page.paragraph(
    say`${vatNote(statement, "Montants nets, le tarif ne comportant pas de TVA")} ; la quote-part de [chaque commune] est détaillée dans sa fiche.`,
    styles.note,
  );
  const byInsee = new Map(fiches.map((fiche) => [fiche.insee, fiche]));
  const rows = statement.byCommune.map((total) => ({ total, fiche: byInsee.get(total.commune.insee) }));
  const isEmpty = rows.length === 0;
  const written = communes.write(page, rows, {
    keep: 0,
    repeatTitles: "where cut",
    total: {
      label: "Total",
      cells: {
        // A shared school is in the row of each of its communes: this total counts schools, and is not the sum of the
        // column.
        schools: count(statement.schools, styles.total),
        due: statement.communes,
        cagb: statement.cagb,
        total: statement.total,
        ...splitCells(split),
      },
      // The shares of this total are below.
      keep: !isEmpty && hasPart,
    },
  });
  const basesOnFiches = writeBasesOnFiches(page, bases, {
    rows: rows.map(({ fiche }) => fiche),
    header: written.header,
    left: findingColumn + 1,
  });
  const shares = isEmpty || !hasPart ? null : writeShares(page, statement, written.total);
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.paragraph(note, styles.note);
  const chart = shares === null ? null : writeSharesChart(page, statement, shares);
  const ranked = statement.byCommune.map((total, index) => ({ total, row: written.rows[index]! }));
  const ranking = writeRanking(
    page,
    ranked,
    { ...communes.at, end: lastPrinted },
    { convention: campaign.convention, hasPart, hidden: findingColumn },
  );
  const amountNames = amountNamesOf(campaign.convention);
  const model = page.finish({
    key: "recapitulatif",
    freeze: { rows: written.header + 1, columns: 1 },
    charts: [chart, ranking?.chart ?? null].filter((one) => one !== null),
    dataBars: ranking === null ? [] : [ranking.bars],
    names: Object.fromEntries(
      rows.map(({ total }, index) => [amountNames.dueOf(total.commune.insee), written.rows[index]!.due]),
    ),
    orientation: "portrait",
    lastColumn: lastPrinted,
    ...printTexts(title, campaign, status),
  });
  const placed = rows.flatMap(({ total, fiche }, index) =>
    fiche === undefined ? [] : [{ total, schools: billedSchools(total), places: written.rows[index]! }],
  );
  return { model, communes: placed, total: written.total, bases: basesOnFiches, gaps: gapsOf(written.rows) };
}

function gapsOf(rows: readonly Cells<"linesGap" | "schoolsGap">[]): Recapitulatif["gaps"] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { lines: block(first.linesGap, last.linesGap), schools: block(first.schoolsGap, last.schoolsGap) };
}

/** Returns the links to other documents, spread over the columns that have room for them. */
function linksTo(nameOf: RecapitulatifContext["nameOf"], hasPart: boolean, campaign: Campaign): DocumentLink[] {
  const { due, cagb, total, insee, ...at } = communes.at;
  const [controles, journal, last] = hasPart
    ? [cagb, total, at["installation-cagb"]]
    : [total, at["installation-commune"], insee];
  const columns = { titre: 0, repartition: due, controles, journal, "fiches-impression": last } as const;
  return (Object.keys(columns) as (keyof typeof columns)[]).flatMap((id) => {
    const sheet = nameOf(id);
    return sheet === null ? [] : [{ label: `→ ${documentName(id, campaign)}`, sheet, column: columns[id] }];
  });
}

const lastPrinted = communes.at.insee;

/** Zero-based column out of sight, with the title of each chart. */
const findingColumn = communes.widths.length;

type PartCells = Cells<"cagb" | "due" | "total">;

/** Writes the shares of the total in percent, the second being what the first one leaves, and returns their cells. */
function writeShares(page: Page, statement: Statement, of: PartCells): PartCells {
  const { cagb, communes: left } = sharesOf(statement);
  const cells = (at: PartCells) => shareCells(statement, { ...of, share: at.cagb }, styles.subtotal);
  return communes.total(page, {
    label: "Part du titre",
    style: styles.subtotal,
    cells: {
      cagb: (at) => cells(at).cagb,
      due: (at) => cells(at).communes,
      total: (at) => share(cagb.plus(left), styles.subtotal, plus(at.cagb, at.due)),
    },
  });
}

/** Last column under a chart that is seen whole beside the pane. */
const sharesEnd = communes.at["maintenance-cagb"];

/** Rows of the bar of both parts, its legend and its title. */
const sharesHeight = 7;

/** Writes who pays what, and returns its chart: one bar, and a sentence with both shares, which is its title. */
function writeSharesChart(page: Page, statement: Statement, shares: PartCells): ModelChart {
  page.section("Qui paie le titre, en %");
  const { row } = shares.cagb;
  const title = shareSentence(statement, page.say);
  page.overwrite(row, findingColumn, text(title));
  const anchor = { ...page.takeRows(sharesHeight), left: 0, right: sharesEnd };
  const columns = { label: 0, cagb: communes.at.cagb, communes: communes.at.due };
  const texts = { title, titleCell: { row, column: findingColumn }, anchor };
  return sharesChart(columns, { first: row, last: row }, page.say, texts);
}

function shareSentence(statement: Statement, say: Say): string {
  if (statement.total.isZero()) return say`Rien n’est facturé, ni [à la CAGB] ni [aux communes]`;
  const { cagb, communes: left } = sharesOf(statement);
  return say`[La CAGB] prend en charge ${percent(cagb)} du titre, [les communes] ${percent(left)}`;
}
