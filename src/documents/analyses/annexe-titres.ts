import type { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import type { Campaign } from "../../tariff";
import { labelsOf } from "./comparaison-columns";
import { type PlacedComparison } from "./comparaison";
import { difference, euros, refer, text, type Place } from "../kit/cells";
import { shareCells, sharesChart } from "../kit/charts";
import type { ModelCell, ModelChart } from "../kit/model";
import type { Page, PageCell } from "../kit/page";
import { parts, type Part, type PlacedChanges } from "../kit/places";
import { styles } from "../kit/styles";
import { type PlacedSimulation } from "./simulation";
import { figureColumns as at, widths } from "./annexe";

/** A titre that was issued, is billed or would be: both its parts and its total, and the cells where they are. */
export interface Titre {
  readonly label: string;
  /** What its difference from the one before it is called. */
  readonly change: string;
  readonly amounts: Readonly<Record<Part, Decimal>>;
  readonly cells: Readonly<Record<Part, Place>>;
}

/** From the oldest to the one on trial: at least two. The campaign's own is « Titre CAGB » where the workbook has it. */
export function titresOf(context: AnnexeContext): readonly [Titre, Titre, ...Titre[]] {
  const { compared, tried, titre } = context;
  const { year } = campaignOf(context);
  const official = titre?.cells ?? null;
  const onTrial = { label: `Titre ${year}, projet de tarif`, change: "Écart dû au projet de tarif" };
  if (compared === null)
    return [
      { label: `Titre ${year}, tarif actuel`, change: "", ...titreAt("before", tried, official) },
      { ...onTrial, ...titreAt("after", tried) },
    ];
  const { before, after } = labelsOf(compared.context.comparison);
  return [
    { label: `Titre ${before}`, change: "", ...titreAt("before", compared) },
    { label: `Titre ${after}`, change: `Écart avec le titre ${before}`, ...titreAt("after", compared, official) },
    ...(tried === null ? [] : [{ ...onTrial, ...titreAt("after", tried) }]),
  ];
}

function titreAt(
  side: "before" | "after",
  { amounts, places }: PlacedChanges,
  official: Titre["cells"] | null = null,
): Pick<Titre, "amounts" | "cells"> {
  return {
    amounts: byPart((part) => amounts[part][side]),
    cells: official ?? byPart((part) => places[part][side]),
  };
}

function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, T>;
}

/** What is annexed to a deliberation: a comparison, a tariff on trial, or both. */
export type Subject =
  | { readonly compared: PlacedComparison; readonly tried: null }
  | { readonly compared: null; readonly tried: PlacedSimulation }
  | { readonly compared: PlacedComparison; readonly tried: PlacedSimulation };

/** What the annexe needs beside it. */
export type AnnexeContext = Subject & {
  /** What the documents say of errors accepted. */
  readonly provisional: ModelCell | null;
  /** The documents to which it leads, and the cells of the titre; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly titre: { readonly name: string; readonly cells: Readonly<Record<Part, Place>> } | null;
  readonly fiches: ReadonlyMap<string, string>;
};

export function campaignOf({ compared, tried }: Subject): Campaign {
  return compared === null ? tried.context.simulation.now.campaign : compared.context.comparison.after.campaign;
}

/** What is decided comes before what is compared: the changes of which the communes are told, and how both sides are called. */
export function decidedOf({ compared, tried }: Subject): PlacedChanges & { readonly sides: Sides } {
  return tried === null
    ? { ...compared, sides: labelsOf(compared.context.comparison) }
    : { ...tried, sides: { before: "actuel", after: "en projet" } };
}

/** How what is before and what is after are called in headings: « 2014 » and « 2015 », « actuel » and « en projet ». */
export type Sides = Readonly<Record<"before" | "after", string>>;

/** Rows of the bars, beside one a titre: their title, their legend. */
const chartRows = 4;

/** The three figures of each titre, what they change by from one to the next, and a bar of shares a titre; gives the row of the first. */
export function writeFigures(
  draft: Page,
  titres: readonly Titre[],
  title: string,
): { readonly first: number; readonly chart: ModelChart } {
  draft.section(title);
  const titles = ["Part de la CAGB", "Quotes-parts des communes", "Total du titre", "CAGB, en %", "Communes, en %"];
  draft.band(
    [text("Titre", styles.header), ...titles.map((one) => text(one, styles.headerNumber))],
    styles.header,
    true,
  );
  const first = draft.next;
  for (const titre of titres) writeTitre(draft, titre);
  titres.slice(1).forEach((titre, index) => writeChange(draft, titres[index]!, titre, first + index));
  const last = first + titres.length - 1;
  const columns = { label: at.titre, ...at.shares };
  const anchor = { ...draft.takeRows(chartRows + titres.length), left: 0, right: widths.length - 1 };
  const altText = "Une barre de 100 % par titre : la part que la CAGB prend en charge, et celle des communes.";
  return { first, chart: { ...sharesChart(columns, { first, last }, anchor), altText } };
}

function writeTitre(draft: Page, { label, amounts, cells: places }: Titre): void {
  const row = draft.next;
  const cells: PageCell[] = [text(label, styles.line)];
  for (const part of parts) cells[at[part]] = euros(amounts[part], { ...styles.line, bold: true }, refer(places[part]));
  const names = {
    cagb: cellName(row, at.cagb),
    total: cellName(row, at.total),
    share: cellName(row, at.shares.cagb),
  };
  const shares = shareCells(amounts, names, styles.line);
  cells[at.shares.cagb] = shares.cagb;
  cells[at.shares.communes] = shares.communes;
  draft.band(cells, styles.line, true);
}

/** From the titre of a row to that of the next. */
function writeChange(draft: Page, before: Titre, after: Titre, row: number): void {
  const style = { ...styles.line, bold: true };
  const cells: PageCell[] = [text(after.change, style)];
  for (const part of parts) {
    const change = `${cellName(row + 1, at[part])}-${cellName(row, at[part])}`;
    cells[at[part]] = difference(after.amounts[part].minus(before.amounts[part]), style, change);
  }
  draft.band(cells, styles.line, true);
}
