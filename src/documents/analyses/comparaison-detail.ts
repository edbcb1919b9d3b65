import { hasChanged, type ComparedCommune, type ComparedLine, type ComparedSchool } from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst } from "../kit/billed";
import { difference, text } from "../kit/cells";
import { block, formulaOf, sumOf, type Formula, type Place } from "../kit/formula";
import { heading, printTexts } from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { payerName, sayIn, type Say } from "../kit/say";
import { bold, styles } from "../kit/styles";
import { columnHelper, table, type Cells, type RowSpan } from "../kit/table";
import { natureNames } from "../kit/texts";
import {
  effectNames,
  effectTitles,
  labelsOf,
  type ComparisonContext,
  type EffectName,
  type Labels,
} from "./analysis-context";

/** The formula of each effect; an effect without one is written as it is. */
type EffectFormulas = Partial<Record<EffectName, Formula>>;

/** Formulas of « Comparaison » that add up the effects of its detail. */
export interface DetailSums {
  readonly ofCommune: (commune: ComparedCommune, payer: Payer) => EffectFormulas;
  /** The effects of a school, both payers together. */
  readonly ofSchool: (school: ComparedSchool) => EffectFormulas;
  /** The effects of the lines with the code in a cell. */
  readonly ofCode: (cell: Place) => EffectFormulas;
}

/** A line that changed, and where it is. */
interface DetailLine {
  readonly commune: string;
  readonly school: ComparedSchool;
  readonly line: ComparedLine;
}

type Side = "before" | "after";

type Operand = `${"quantity" | "price"}-${Side}`;

const column = columnHelper<DetailLine, Operand | EffectName>();

function detailTable({ before, after }: Labels, say: Say) {
  return table({
    columns: {
      commune: column.imported("[Commune]", 23, ({ commune }) => commune, styles.wrapped),
      school: column.imported("[École]", 23, ({ school }) => schoolName(school), styles.wrapped),
      prestation: column.imported("Prestation", 27, prestationOf, styles.wrapped),
      code: column.imported("Code", 14, ({ line }) => line.tariff.code),
      nature: column.text("Nature", 11.5, ({ line }) => natureNames[line.nature]),
      payer: column.text("À la charge de", 10, ({ line }) => payerName(line.payer, say)),
      "quantity-before": column.count(`Qté ${before}`, 9, quantityOf("before")),
      "quantity-after": column.count(`Qté ${after}`, 9, quantityOf("after")),
      "price-before": column.euros(`Prix ${before}`, 10.5, priceOf("before")),
      "price-after": column.euros(`Prix ${after}`, 10.5, priceOf("after")),
      difference: column.cell("Écart", 12.5, ({ line }, at, style) =>
        difference(line.effects.difference, bold(style), sumOf(block(at.quantities, at.departures))),
      ),
      quantities: effectColumn("quantities"),
      prices: effectColumn("prices"),
      arrivals: effectColumn("arrivals"),
      departures: effectColumn("departures"),
    },
  });
}

function prestationOf({ line }: DetailLine): string {
  return line.tariff.prestation + (line.isProduct ? "" : " (clé)");
}

function quantityOf(side: Side) {
  return ({ school, line }: DetailLine) => {
    const { quantity } = line[side];
    return school.presence === "kept" || quantity > 0 ? quantity : null;
  };
}

function priceOf(side: Side) {
  return (row: DetailLine) => (quantityOf(side)(row) === null ? null : row.line[side].unitPrice);
}

/**
 * Makes the column of an effect, shown for the schools whose presence allows it; as a formula, except when a key shares
 * the school.
 */
function effectColumn(effect: EffectName) {
  return column.cell(effectTitles[effect], 12.5, ({ school, line }, at, style) =>
    shownEffects[school.presence].includes(effect)
      ? difference(line.effects[effect], style, line.isProduct ? effectFormulas[effect](at) : undefined)
      : null,
  );
}

const shownEffects: Readonly<Record<ComparedSchool["presence"], readonly EffectName[]>> = {
  kept: ["quantities", "prices"],
  arrived: ["arrivals"],
  departed: ["departures"],
};

const effectFormulas: Readonly<Record<EffectName, (at: Cells<Operand>) => Formula>> = {
  quantities: (at) => formulaOf`(${at["quantity-after"]}-${at["quantity-before"]})*${at["price-before"]}`,
  prices: (at) => formulaOf`${at["quantity-after"]}*(${at["price-after"]}-${at["price-before"]})`,
  arrivals: (at) => formulaOf`${at["quantity-after"]}*${at["price-after"]}`,
  departures: (at) => formulaOf`-${at["quantity-before"]}*${at["price-before"]}`,
};

/** Makes « Comparaison (détail) »: each line that changed, whose effects « Comparaison » adds up. */
export function makeDetail(
  { comparison }: ComparisonContext,
  name: string,
  summary: string,
): { readonly model: SheetModel; readonly sums: DetailSums } {
  const { campaign } = comparison.after;
  const lines = detailTable(labelsOf(comparison), sayIn(campaign));
  const page = new Page(name, campaign, lines.widths);
  const title = "Comparaison, ligne par ligne";
  heading(page, { title, campaign, links: [{ label: "← Comparaison", sheet: summary }] });
  page.space();
  const header = lines.titles(page, { repeatTitles: "always" });
  const first = page.next;
  const bySchool = new Map<ComparedSchool, RowSpan[]>();
  const byCommune = new Map<ComparedCommune, Partial<Record<Payer, RowSpan>>>();
  for (const commune of comparison.communes)
    for (const payer of communesFirst) {
      const top = page.next;
      for (const school of commune.schools) {
        const changed = school.lines.filter((line) => line.payer === payer && hasChanged(line));
        if (changed.length === 0) continue;
        const rows = changed.map((line) => ({ commune: commune.commune.name, school, line }));
        bySchool.set(school, [...(bySchool.get(school) ?? []), lines.rows(page, rows)]);
      }
      if (page.next > top)
        byCommune.set(commune, { ...byCommune.get(commune), [payer]: { first: top, last: page.next - 1 } });
    }
  if (page.next === first) page.band([text("Aucune ligne ne change.", styles.line)], styles.line);
  const all = { first, last: page.next - 1 };
  const model = page.finish({
    key: "comparaison-detail",
    freeze: { rows: header + 1, columns: 2 },
    orientation: "landscape",
    ...printTexts(title, campaign),
  });

  const areaOf = (key: "code" | EffectName, rows: RowSpan) => lines.area(page, key, rows);
  const sumsOf = (rows: readonly RowSpan[] = []) =>
    rows.length === 0 ? {} : byEffect((effect) => sumOf(...rows.map((one) => areaOf(effect, one))));
  const sums: DetailSums = {
    ofCommune: (commune, payer) => sumsOf([byCommune.get(commune)?.[payer] ?? []].flat()),
    ofSchool: (school) => sumsOf(bySchool.get(school)),
    ofCode: (cell) => byEffect((effect) => formulaOf`SUMIF(${areaOf("code", all)},${cell},${areaOf(effect, all)})`),
  };
  return { model, sums };
}

function byEffect(formula: (effect: EffectName) => Formula): EffectFormulas {
  return Object.fromEntries(effectNames.map((effect) => [effect, formula(effect)]));
}

/**
 * Returns the name of a school, with its host when another commune is billed, and the number of schools when several
 * share the name.
 */
export function schoolName({ name, host, count: { before, after } }: ComparedSchool): string {
  const together = Math.max(before, after) > 1 ? ` (${before} puis ${after} de ce nom)` : "";
  return name + (host === null ? "" : `, à ${host.name}`) + together;
}
