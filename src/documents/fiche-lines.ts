import { Decimal } from "decimal.js";
import type { School } from "../inventory";
import {
  compareNames,
  sum,
  type CommuneTotal,
  type ComparedCommune,
  type ComparedSchool,
  type Comparison,
  type Line,
  type SchoolTotal,
} from "../statement";
import { communeKey, isSameEntity, natures, type Commune, type Nature, type Payer, type TariffRow } from "../tariff";
import { count, euros, imported, sourceCell, text, wrapped, type PageCell } from "./kit/cells";
import { product, type Formula } from "./kit/formula";
import { lettersAcross } from "./kit/measure";
import type { CellStyle } from "./kit/model";
import type { Say } from "./kit/say";
import { beside, greyed, onceByStyle, styles, variant } from "./kit/styles";
import { columnHelper, table, type Cells, type Column } from "./kit/table";
import { natureNames, shareNote } from "./kit/texts";
import type { WrongQuantity } from "./wrong-quantities";

/**
 * A line of a fiche: billed now, billed by the compared campaign, or both; or a quantity to correct before it is
 * billed.
 */
export interface FicheLine {
  readonly label: string;
  /** Null for several prestations together. */
  readonly tariff: TariffRow | null;
  readonly nature: Nature;
  /** Null when nothing is billed any more. */
  readonly billed: Line | null;
  /** The text written in place of the quantity; null when nothing is to correct. */
  readonly wrong: string | null;
  /** Null where this campaign has no price. */
  readonly price: Decimal | null;
  /** The amount billed by the compared campaign; null without one, or when its school is unknown. */
  readonly before: Decimal | null;
}

/** A school of a fiche, and the lines that one payer pays, installation first. */
export interface FicheSchool {
  readonly school: SchoolTotal;
  readonly lines: readonly FicheLine[];
}

/** Returns the wrong quantities of a school. */
export type WrongOf = (school: Pick<School, "key">) => readonly WrongQuantity[];

/** The part of a fiche about one payer. */
export interface FichePart {
  readonly schools: readonly FicheSchool[];
  /** The lines of the compared campaign for schools without a counterpart, installation first. */
  readonly formers: readonly FicheLine[];
}

/**
 * Returns the name of the compared campaign on fiches: its year, unless it is the same year. `formers` is in the
 * bracket notation of texts.
 */
export function comparedNames({ before, after }: Comparison) {
  const { year } = before.campaign;
  return year === after.campaign.year
    ? {
        column: "Avant",
        than: "l’état comparé",
        within: "dans l’état comparé",
        formers: "[Autres écoles] de l’état comparé",
      }
    : {
        column: `Rappel ${year}`,
        than: String(year),
        within: `en ${year}`,
        formers: `[Autres écoles facturées|facturés] en ${year}`,
      };
}

/** Returns the amount of lines in the compared campaign; null when it is unknown. */
export function billedBefore(lines: readonly FicheLine[]): Decimal | null {
  const known = lines.flatMap(({ before }) => (before === null ? [] : [before]));
  return known.length === 0 ? null : sum(known);
}

/**
 * Returns the commune of the comparison; null without a comparison, or when another billed commune is now part of the
 * same one: its own share is then unknown.
 */
export function comparedCommune(comparison: Comparison | null, commune: Commune): ComparedCommune | null {
  const found = comparison?.communes.find((one) => isSameEntity(one.commune, commune));
  return found?.after.every((one) => isSameEntity(one, commune)) === true ? found : null;
}

/**
 * Returns the part of a commune's fiche about one payer, with the amounts of the compared campaign. Schools are in
 * French dictionary order, so that they are easy to find whatever the order of the inventory.
 */
export function fichePart(
  total: CommuneTotal,
  payer: Payer,
  { compared, wrongOf }: { readonly compared: ComparedCommune | null; readonly wrongOf: WrongOf },
): FichePart {
  const former = formerSchools(total, compared);
  const byName = [...total.schools].sort((a, b) => compareNames(a.school.name, b.school.name));
  const schools = byName.map((school): FicheSchool => {
    const known = former.get(school);
    const lines = known === undefined ? billedLines(school, payer) : comparedLines(school, known, payer);
    return {
      school,
      lines: byNature([...lines, ...wrongOf(school.school).flatMap((wrong) => wrongLines(wrong, payer))]),
    };
  });
  const matched = new Set(former.values());
  const others = (compared?.schools ?? [])
    .filter((school) => !matched.has(school))
    .sort((a, b) => compareNames(a.name, b.name));
  return {
    schools: schools.filter(({ lines }) => lines.length > 0),
    formers: byNature(others.flatMap((school) => formerLines(school, payer))),
  };
}

/** Returns the line of a wrong quantity in a payer's part; empty when the payer pays nothing for it. */
function wrongLines({ tariff, nature, written }: WrongQuantity, payer: Payer): FicheLine[] {
  const price = tariff.prices[nature][payer];
  if (price === null) return [];
  const wrong = written === "" ? "manque" : `«\u00a0${written}\u00a0»`;
  return [{ ...named({ tariff, nature, payer }, null), billed: null, wrong, price, before: null }];
}

function byNature(lines: readonly FicheLine[]): FicheLine[] {
  return natures.flatMap((nature) => lines.filter((line) => line.nature === nature));
}

/** Returns, for each school, its counterpart in the compared campaign, unless several schools have its name. */
function formerSchools(total: CommuneTotal, compared: ComparedCommune | null): Map<SchoolTotal, ComparedSchool> {
  const found = new Map<SchoolTotal, ComparedSchool>();
  for (const former of compared?.schools ?? []) {
    const key = keyOf(former.name, former.host);
    const own = total.schools.filter(({ school }) => keyOf(school.name, hostOf(school.commune, total)) === key);
    const [only] = own;
    if (only !== undefined && own.length === 1) found.set(only, former);
  }
  return found;
}

function hostOf(host: Commune, { commune }: CommuneTotal): Commune | null {
  return isSameEntity(host, commune) ? null : host;
}

function keyOf(school: string, host: Commune | null): string {
  return `${communeKey(school)}|${host === null ? "" : communeKey(host.name)}`;
}

function billedLines({ lines }: SchoolTotal, payer: Payer): FicheLine[] {
  return lines
    .filter((line) => line.payer === payer)
    .map((billed) => ({ ...named(billed, billed), billed, wrong: null, price: billed.unitPrice, before: null }));
}

function comparedLines({ lines }: SchoolTotal, former: ComparedSchool, payer: Payer): FicheLine[] {
  return former.lines.flatMap((line) => {
    const { tariff, nature, before, after } = line;
    if (line.payer !== payer) return [];
    const isIt = (one: Line) => one.tariff.code === tariff.code && one.nature === nature && one.payer === payer;
    const billed = lines.find(isIt) ?? null;
    if (billed === null && before.amount.isZero()) return [];
    return [{ ...named(line, billed), billed, wrong: null, price: after.unitPrice, before: before.amount }];
  });
}

/**
 * Returns the label, prestation and nature of a line. The part of the CAGB has no heading for installations: each label
 * includes it.
 */
function named({ tariff, nature, payer }: Pick<Line, "tariff" | "nature" | "payer">, billed: Line | null) {
  const share = billed?.share ?? null;
  const notes = [
    ...(payer === "cagb" && nature === "installation" ? ["installation"] : []),
    ...(share === null ? [] : [shareNote(share)]),
  ];
  const label = notes.length === 0 ? tariff.prestation : `${tariff.prestation} (${notes.join(", ")})`;
  return { label, tariff, nature };
}

/** Returns one line for each nature of a school of the compared campaign, whose fiche has the details. */
function formerLines({ name, host, lines }: ComparedSchool, payer: Payer): FicheLine[] {
  const school = name + (host === null ? "" : `, à ${host.name}`);
  return natures.flatMap((nature) => {
    const own = lines.filter((line) => line.payer === payer && line.nature === nature);
    const before = sum(own.map((line) => line.before.amount));
    if (before.isZero()) return [];
    const label = `${school}\u00a0: ${natureNames[nature].toLocaleLowerCase("fr")}`;
    return [{ label, tariff: null, nature, billed: null, wrong: null, price: null, before }];
  });
}

/**
 * The columns of a fiche. `room`: a blank column beside names, into which they overflow; `before`: the compared
 * campaign, if any.
 */
export type FicheColumn =
  "prestation" | "room" | "quantity" | "price" | "amount" | "before" | "counted" | "source" | "code";
type FicheColumns = Readonly<Record<FicheColumn, Column<FicheLine, FicheColumn>>>;

/** The unit of an amount, in a column on screen only, on which SUMIF relies. */
type Counted = Nature | "school";
const countedIn: Readonly<Record<Counted, string>> = { ...natureNames, school: "[École]" };

const column = columnHelper<FicheLine, FicheColumn>();

/**
 * Widths of a quarter of the print area and of half a quarter (each column adds 5 pixels): the boxes above the lines
 * divide it in four.
 */
const [quarter, eighth] = [205, 100].map((pixels) => Math.trunc((pixels / 7) * 256) / 256) as [number, number];
const widths = { prestation: quarter, room: quarter, quantity: eighth, price: eighth };

/** The table of lines; `compared`: the title of the column of the compared campaign, or null. */
export type FicheTable = ReturnType<typeof ficheTable>;

/** Makes the table of the lines of a fiche: one column of amounts, and that of the campaign compared beside it. */
export function ficheTable(compared: string | null, say: Say) {
  const { prestation, room, quantity, price } = widths;
  const amount = compared === null ? quarter : eighth;
  const columns = {
    prestation: column.cell("Prestation", prestation, prestationCell, "left"),
    room: column.cell("", room, () => null, "left"),
    quantity: column.cell("Quantité", quantity, quantityCell),
    price: column.euros("Prix unitaire", price, (line) => line.price),
    amount: column.cell("Montant", amount, amountCell),
    ...(compared !== null && { before: column.cell(compared, eighth, beforeCell) }),
    counted: column.cell("Compté en", 14, ({ nature }, _at, style) => countedCell(nature, style, say), "beside"),
    source: column.cell("Source", 28, ({ billed }) => (billed === null ? null : sourceCell(billed)), "beside"),
    code: column.imported("Code", 13.5, ({ tariff }) => tariff?.code ?? null, styles.code),
  };
  return table({
    // Without a campaign compared, nothing points at its column.
    columns: columns as FicheColumns,
    origin: ({ billed }, at) =>
      billed === null ? null : { kind: "line", line: billed, quantity: at.quantity, amount: at.amount },
  });
}

/** The elements above and below the lines span their columns. */
export interface FicheParts {
  /** The zero-based first column of each quarter of the width that is printed. */
  readonly quarters: readonly [first: number, second: number, third: number, fourth: number];
  /** Zero-based first column with enough room for a sum in large type. */
  readonly sum: number;
  /** Zero-based first column on screen only (unit, source, code), also the number of printed columns. */
  readonly screen: number;
}

/** Returns the zero-based columns that each part begins at. */
export function partsOf({ at }: FicheTable): FicheParts {
  return { quarters: [at.prestation, at.room, at.quantity, at.amount], sum: at.price, screen: at.counted };
}

function prestationCell({ label, wrong }: FicheLine, _at: Cells<FicheColumn>, { color }: CellStyle): PageCell {
  const style = color === undefined ? styles.indented : greyed(styles.indentedSmall);
  return labelCell(label, wrong === null ? style : unsettled(style));
}

/** Quantities to correct are in italics, with words, unlike the billed ones. */
const unsettled = onceByStyle((style): CellStyle => ({ ...style, italic: true }));
const unsettledText = onceByStyle((style): CellStyle => wrapped({ ...unsettled(style), align: "right" }));

function quantityCell({ billed, wrong }: FicheLine, _at: Cells<FicheColumn>, style: CellStyle): PageCell {
  return wrong === null ? count(billed?.quantity ?? 0, style) : imported(wrong, unsettledText(style));
}

function amountCell(line: FicheLine, at: Cells<FicheColumn>, style: CellStyle): PageCell {
  if (line.wrong !== null) return text("à corriger", unsettledText(style));
  return euros(line.billed?.amount ?? new Decimal(0), style, amountFormula(at, line));
}

const onOneLine = variant({ wrap: false });

/** Returns the cell of a label, on one line over the blank cells beside it; a longer label takes several lines. */
export function labelCell(label: string, style: CellStyle): PageCell {
  const { prestation, room } = widths;
  const isLong = label.length > lettersAcross([prestation, room], style);
  return imported(label, (isLong ? wrapped : onOneLine)(style));
}

/**
 * Returns the product that gives an amount; undefined without a price, or for a shared school, whose shares are rounded
 * to the cent so that no product gives one.
 */
function amountFormula(at: Cells<FicheColumn>, { billed, price }: FicheLine): Formula | undefined {
  const isShared = billed !== null && billed.share !== null;
  return isShared || price === null ? undefined : product(at.quantity, at.price);
}

function beforeCell({ before }: FicheLine, _at: Cells<FicheColumn>, style: CellStyle): PageCell | null {
  return before === null ? null : euros(before, greyed(style));
}

/** Returns the cell of the unit of an amount; « Site » when the noun of sites is that of a nature. */
export function countedCell(what: Counted, style: CellStyle, say: Say): PageCell {
  const unit = say(countedIn[what]);
  const isNature = what === "school" && natures.some((nature) => natureNames[nature] === unit);
  return text(isNature ? "Site" : unit, beside(style));
}
