import { hasChanged, type ComparedCommune, type ComparedLine, type ComparedSchool } from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst } from "../kit/bases";
import { count, difference, euros, imported, text, type PageCell } from "../kit/cells";
import { block, formulaOf, sumOf, type Area, type Formula, type Place } from "../kit/formula";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { heading } from "../kit/rows";
import { styles } from "../kit/styles";
import { table, type Cells, type Column } from "../kit/table";
import { natureNames, payerNames, printTexts } from "../kit/texts";
import {
  effectNames,
  effectTitles,
  labelsOf,
  type ComparisonContext,
  type EffectName,
  type Labels,
} from "./comparaison-context";

/** The formula of each effect; an effect without one is written as it is. */
export type EffectFormulas = Partial<Record<EffectName, Formula>>;

/** Formulas of « Comparaison » that add up the effects of its detail. */
export interface DetailSums {
  readonly ofCommune: (commune: ComparedCommune, payer: Payer) => EffectFormulas;
  /** Both payers together. */
  readonly ofSchool: (school: ComparedSchool) => EffectFormulas;
  /** Of the lines that have the code of a cell. */
  readonly ofCode: (cell: Place) => EffectFormulas;
}

/** A line that changed, and where it is. */
interface DetailLine {
  readonly commune: string;
  readonly school: ComparedSchool;
  readonly line: ComparedLine;
}

/** Zero-based rows, both included. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

type Side = "before" | "after";

function detailTable({ before, after }: Labels) {
  return table<DetailLine>()({
    columns: {
      commune: {
        title: "Commune",
        width: 23,
        align: "left",
        cell: ({ commune }) => imported(commune, styles.wrapped),
      },
      school: {
        title: "École",
        width: 23,
        align: "left",
        cell: ({ school }) => imported(schoolName(school), styles.wrapped),
      },
      prestation: {
        title: "Prestation",
        width: 27,
        align: "left",
        cell: ({ line }) => imported(line.tariff.prestation + (line.isProduct ? "" : " (clé)"), styles.wrapped),
      },
      code: {
        title: "Code",
        width: 14,
        align: "left",
        cell: ({ line }, _at, style) => imported(line.tariff.code, style),
      },
      nature: {
        title: "Nature",
        width: 11.5,
        align: "left",
        cell: ({ line }, _at, style) => text(natureNames[line.nature], style),
      },
      payer: {
        title: "À la charge de",
        width: 10,
        align: "left",
        cell: ({ line }, _at, style) => text(payerNames[line.payer], style),
      },
      "quantity-before": { title: `Qté ${before}`, width: 9, cell: (row) => quantityCell(row, "before") },
      "quantity-after": { title: `Qté ${after}`, width: 9, cell: (row) => quantityCell(row, "after") },
      "price-before": { title: `Prix ${before}`, width: 10.5, cell: (row) => priceCell(row, "before") },
      "price-after": { title: `Prix ${after}`, width: 10.5, cell: (row) => priceCell(row, "after") },
      difference: {
        title: "Écart",
        width: 12.5,
        cell: ({ line }, at) =>
          difference(line.effects.difference, styles.boldLine, sumOf(block(at.quantities, at.departures))),
      },
      quantities: effectColumn("quantities"),
      prices: effectColumn("prices"),
      arrivals: effectColumn("arrivals"),
      departures: effectColumn("departures"),
    },
  });
}

function isThere({ school, line }: DetailLine, side: Side): boolean {
  return school.presence === "kept" || line[side].quantity > 0;
}

function quantityCell(row: DetailLine, side: Side): PageCell | null {
  return isThere(row, side) ? count(row.line[side].quantity, styles.line) : null;
}

function priceCell(row: DetailLine, side: Side): PageCell | null {
  const { unitPrice } = row.line[side];
  return isThere(row, side) && unitPrice !== null ? euros(unitPrice, styles.line) : null;
}

type Operands = Cells<`${"quantity" | "price"}-${Side}`>;

/** An effect is shown where a school of that presence may have it; as a formula, but where a key shares the school. */
function effectColumn(effect: EffectName): Column<DetailLine, keyof Operands> {
  return {
    title: effectTitles[effect],
    width: 12.5,
    cell: ({ school, line }, at, style) =>
      shownEffects[school.presence].includes(effect)
        ? difference(line.effects[effect], style, line.isProduct ? effectFormulas[effect](at) : undefined)
        : null,
  };
}

const shownEffects: Readonly<Record<ComparedSchool["presence"], readonly EffectName[]>> = {
  kept: ["quantities", "prices"],
  arrived: ["arrivals"],
  departed: ["departures"],
};

const effectFormulas: Readonly<Record<EffectName, (at: Operands) => Formula>> = {
  quantities: (at) => formulaOf`(${at["quantity-after"]}-${at["quantity-before"]})*${at["price-before"]}`,
  prices: (at) => formulaOf`${at["quantity-after"]}*(${at["price-after"]}-${at["price-before"]})`,
  arrivals: (at) => formulaOf`${at["quantity-after"]}*${at["price-after"]}`,
  departures: (at) => formulaOf`-${at["quantity-before"]}*${at["price-before"]}`,
};

/** « Comparaison (détail) »: each line that changed, whose effects « Comparaison » adds up. */
export function makeDetail(
  { comparison }: ComparisonContext,
  name: string,
  summary: string,
): { readonly model: SheetModel; readonly sums: DetailSums } {
  const { campaign } = comparison.after;
  const lines = detailTable(labelsOf(comparison));
  const page = new Page(name, lines.widths);
  const title = "Comparaison, ligne par ligne";
  heading(page, { title, campaign, links: [{ label: "← Comparaison", sheet: summary }] });
  page.space();
  const header = lines.titles(page, { repeatTitles: "always" });
  const first = page.next;
  const bySchool = new Map<ComparedSchool, Rows[]>();
  const byCommune = new Map<ComparedCommune, Partial<Record<Payer, Rows>>>();
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

  const areaOf = (key: keyof typeof lines.at, { first: top, last: bottom }: Rows): Area => {
    const column = lines.at[key];
    return { sheet: name, top, left: column, bottom, right: column };
  };
  const sumsOf = (rows: readonly Rows[]) =>
    rows.length === 0 ? {} : byEffect((effect) => sumOf(...rows.map((one) => areaOf(effect, one))));
  const sums: DetailSums = {
    ofCommune: (commune, payer) => sumsOf([byCommune.get(commune)?.[payer] ?? []].flat()),
    ofSchool: (school) => sumsOf(bySchool.get(school) ?? []),
    ofCode: (cell) => byEffect((effect) => formulaOf`SUMIF(${areaOf("code", all)},${cell},${areaOf(effect, all)})`),
  };
  return { model, sums };
}

function byEffect(formula: (effect: EffectName) => Formula): EffectFormulas {
  return Object.fromEntries(effectNames.map((effect) => [effect, formula(effect)]));
}

/** With its host, where another commune is billed; and how many bear the name, where they are told together. */
export function schoolName({ name, host, count: { before, after } }: ComparedSchool): string {
  const together = Math.max(before, after) > 1 ? ` (${before} puis ${after} de ce nom)` : "";
  return name + (host === null ? "" : `, à ${host.name}`) + together;
}
