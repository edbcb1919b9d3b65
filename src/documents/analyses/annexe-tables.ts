import { Decimal } from "decimal.js";
import {
  commentOf,
  countDirections,
  GridPair,
  mostChangedCommunes,
  sum,
  type ChangedCommune,
  type Comparison,
} from "../../statement";
import { natures, payers, priceAt, type Grid, type Nature, type Payer, type TariffRow } from "../../tariff";
import { changeShare, communeLink, difference, euros, text, type PageCell } from "../kit/cells";
import { formulaOf, minus, same } from "../kit/formula";
import type { HandEdits } from "../kit/hand-edits";
import type { CellStyle } from "../kit/model";
import type { Page } from "../kit/page";
import { payerName, type Say } from "../kit/say";
import { beside, bold, styles } from "../kit/styles";
import { columnHelper, table } from "../kit/table";
import { natureNames } from "../kit/texts";
import { communesFinding, dueChanges, labelsOf, type Labels } from "./analysis-context";
import { decidedOf, type AnnexeContext, type Subject } from "./annexe-figures";
import { remarksOfCommune } from "./comparaison-remarks";

/** The maximum number of rows on the page. */
const most = 12;
const sides = ["before", "after"] as const;

type BothSides<T> = Readonly<Record<(typeof sides)[number], T>>;
type Prices = BothSides<Decimal | null>;

/** The price of a prestation for one payer, under two grids. */
interface PriceRow {
  readonly tariff: TariffRow;
  readonly payer: Payer;
  readonly prices: Readonly<Record<Nature, Prices>>;
}

/** Returns both grids; null when those of a comparison have the same prices: there is but one tariff. */
export function gridsOf({ compared, simulated }: Subject): BothSides<Grid> | null {
  if (simulated !== null)
    return { before: simulated.context.simulation.now.grid, after: simulated.context.simulation.trial.grid };
  const { before, after } = compared.context.comparison;
  const grids = { before: before.grid, after: after.grid };
  return rowsOf(grids).some(isChanged) ? grids : null;
}

/** Makes the table of the prices of both grids, side by side: its columns are those of the page. */
export function pricesTable(names: Labels, say: Say) {
  const column = columnHelper<PriceRow>();
  const priceColumn = (nature: Nature, side: (typeof sides)[number]) =>
    column.cell(`${natureNames[nature]}, ${names[side]}`, 13, (row) =>
      priceCell(row.prices[nature][side], side === "after" && changedIn(row).includes(nature)),
    );
  return table({
    columns: {
      prestation: column.imported("Prestation", 30, ({ tariff }) => tariff.prestation),
      unit: column.imported("Unité", 13, ({ tariff }) => tariff.unit),
      payer: column.text("À la charge de", 13, ({ payer }) => payerName(payer, say)),
      "installation-before": priceColumn("installation", "before"),
      "installation-after": priceColumn("installation", "after"),
      "maintenance-before": priceColumn("maintenance", "before"),
      "maintenance-after": priceColumn("maintenance", "after"),
      changes: column.cell("Ce qui change", 15, (row, _at, style) => text(changesText(row), beside(style)), "beside"),
    },
  });
}

function changesText(row: PriceRow): string {
  const [change = "–", other] = changedIn(row).map((nature) => natureNames[nature]);
  return other === undefined ? change : "Les deux";
}

/** Returns the cell of a price. A missing price is no tariff: a dash, not a zero. */
function priceCell(price: Decimal | null, isNew: boolean): PageCell {
  const style = isNew ? { ...styles.line, bold: true } : styles.line;
  return price === null ? text("–", { ...style, align: "right" }) : euros(price, style);
}

/** Writes the prices of both grids; on a page without room, those that change and the number of the others. */
export function writePrices(
  page: Page,
  prices: ReturnType<typeof pricesTable>,
  grids: BothSides<Grid>,
  edits: HandEdits,
): void {
  const rows = rowsOf(grids);
  const changed = rows.filter(isChanged);
  const shown = rows.length <= most ? rows : changed.slice(0, most);
  page.section(priceTitle(rows), styles.section, edits.guard);
  if (shown.length > 0) {
    const { first, last } = prices.write(page, shown, { keep: Infinity });
    for (const nature of natures)
      for (const side of sides) {
        const column = prices.at[`${nature}-${side}`];
        const block = { sheet: page.sheet, top: first, bottom: last, left: column, right: column };
        edits.watch(block, sum(shown.map((row) => row.prices[nature][side] ?? new Decimal(0))));
      }
  }
  const unchanged = rows.filter((row) => !isChanged(row) && !shown.includes(row)).length;
  const left = [
    countText(changed.length - shown.filter(isChanged).length, "autre ligne change", "autres lignes changent"),
    countText(unchanged, "ligne ne change pas", "lignes ne changent pas"),
  ].filter((part) => part !== null);
  if (left.length > 0) page.paragraph(`Hors de ce tableau : ${left.join(", ")}.`, styles.note);
}

function rowsOf({ before, after }: BothSides<Grid>): PriceRow[] {
  return new GridPair(before, after).rows
    .flatMap((tariff) =>
      payers.map((payer): PriceRow => {
        const of = (nature: Nature): Prices => {
          const key = { code: tariff.code, nature, payer };
          return { before: priceAt(before, key), after: priceAt(after, key) };
        };
        return { tariff, payer, prices: { installation: of("installation"), maintenance: of("maintenance") } };
      }),
    )
    .filter(({ prices }) => natures.some((nature) => sides.some((side) => prices[nature][side] !== null)));
}

function changedIn({ prices }: PriceRow): Nature[] {
  return natures.filter((nature) => {
    const { before, after } = prices[nature];
    return before === null || after === null ? before !== after : !before.equals(after);
  });
}

function isChanged(row: PriceRow): boolean {
  return changedIn(row).length > 0;
}

/** Returns the title of the prices: « 2 prix changent sur 14 ». */
function priceTitle(rows: readonly PriceRow[]): string {
  const prices = rows.flatMap(({ prices }) => natures.map((nature) => prices[nature]));
  const total = prices.filter(({ before, after }) => before !== null || after !== null).length;
  const changed = rows.flatMap(changedIn).length;
  if (changed === 0) return "Aucun prix ne change";
  return `${changed === 1 ? "Un prix change" : `${changed} prix changent`} sur ${total}`;
}

function countText(count: number, one: string, several: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : several}`;
}

/** Communes that the page names. */
const shownCommunes = 5;

/** Writes the communes whose quote-part changes most, in the simulation or, without one, since the other campaign. */
export function writeCommunes(page: Page, context: AnnexeContext, edits: HandEdits): void {
  const { communes, placesOf, sides: names } = decidedOf(context);
  const moved = mostChangedCommunes(communes).slice(0, shownCommunes);
  page.section(communesTitle(communes, context.simulated === null, page.say), styles.section, edits.guard);
  if (moved.length === 0) return;
  const finding = communesFinding(dueChanges(communes), context.simulated !== null);
  if (finding !== null) page.paragraph(`${finding}.`, styles.value, true, edits.guard);
  const comparison = context.simulated === null ? context.compared.context.comparison : null;
  const remarks = remarksIn(comparison, page.say);
  const arrived = arrivedIn(comparison);
  const isRemarked = moved.some(({ commune }) => remarks.has(commune.insee));
  const column = columnHelper<ChangedCommune, "before" | "after" | "difference">();
  const sideColumn = (side: "before" | "after") =>
    column.cell(`Quote-part ${inFeminine(names[side])}`, null, ({ byPayer, commune }, _at, style) =>
      euros(byPayer.commune[side], style, same(placesOf(commune)[side])),
    );
  const rows = table({
    columns: {
      commune: column.cell(
        "[Commune]",
        null,
        ({ commune }) => communeLink(commune, context.fiches.get(commune.insee)),
        "left",
      ),
      before: sideColumn("before"),
      after: sideColumn("after"),
      difference: column.cell("Écart", null, ({ byPayer }, at, style) =>
        difference(byPayer.commune.difference, bold(style), minus(at.after, at.before)),
      ),
      part: column.cell("Écart, en %", null, ({ commune, byPayer: { commune: changed } }, at, style) => {
        if (changed.before.isZero())
          return text(arrived.has(commune.insee) ? page.say("[commune:nouvelle|nouveau]") : "–", onTheRight(style));
        const part = changed.difference.div(changed.before).toDecimalPlaces(partDigits);
        return changeShare(part, style, formulaOf`ROUND(${at.difference}/${at.before},${partDigits})`);
      }),
      remark: column.cell(
        isRemarked ? "Remarque" : "",
        null,
        ({ commune }, _at, style) => text(remarks.get(commune.insee) ?? "", beside(style)),
        "beside",
      ),
    },
  });
  rows.write(page, moved, { keep: Infinity }).rows.forEach((at, index) => {
    const { before, after, difference: change } = moved[index]!.byPayer.commune;
    edits.watch(at.before, before);
    edits.watch(at.after, after);
    edits.watch(at.difference, change);
  });
  for (const line of commentsOf(moved, comparison)) page.paragraph(line, styles.note);
}

/** Decimals of what an amount changed by, as a part of what it was: `−6,7 %`. */
const partDigits = 3;

function onTheRight(style: CellStyle): CellStyle {
  return { ...style, align: "right" };
}

/** Returns the communes that a comparison finds billed for the first time, by their INSEE code. */
function arrivedIn(comparison: Comparison | null): ReadonlySet<string> {
  const arrived = comparison?.communes.filter(({ presence }) => presence === "arrived");
  return new Set(arrived?.map(({ commune }) => commune.insee));
}

/** Returns the comments of the finance service on these communes, if any. */
function commentsOf(moved: readonly ChangedCommune[], comparison: Comparison | null): string[] {
  const all = new Map(comparison?.communes.map((one) => [one.commune.insee, commentOf(one)]));
  return moved.flatMap(({ commune: { insee, name } }) => {
    const comment = all.get(insee) ?? null;
    return comment === null ? [] : [`${name}\u00a0: ${comment.replace(/\s*\n\s*/g, " · ")}`];
  });
}

/**
 * Returns the title of the communes: « Les communes les plus touchées : 45 paieraient plus, 2 moins », and how many as
 * much.
 */
function communesTitle(communes: readonly ChangedCommune[], isPast: boolean, say: Say): string {
  const { more, less, same } = countDirections({ communes });
  if (more + less === 0) return say("La quote-part [d’aucune commune] ne change");
  const [one, several] = isPast ? ["paie", "paient"] : ["paierait", "paieraient"];
  const counts = [
    [more, "plus"],
    [less, "moins"],
    [same, "autant"],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, word], index) => (index > 0 ? `${count} ${word}` : `${count} ${count < 2 ? one : several} ${word}`));
  return say`[Les communes] les plus [commune:touchées|touchés] : ${parts.join(", ")}`;
}

function inFeminine(side: string): string {
  return side === "actuel" ? "actuelle" : side;
}

/** Returns the remarks of a comparison on each commune, by INSEE code: a commune that joined or left, a merger. */
function remarksIn(comparison: Comparison | null, say: Say): ReadonlyMap<string, string> {
  if (comparison === null) return new Map();
  const labels = labelsOf(comparison);
  const remarks = comparison.communes.map(
    (one) => [one.commune.insee, remarksOfCommune(one, labels, say).join(" · ")] as const,
  );
  return new Map(remarks.filter(([, remark]) => remark !== ""));
}
