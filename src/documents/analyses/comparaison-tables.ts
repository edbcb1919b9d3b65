import {
  addEffects,
  commentOf,
  type ComparedCommune,
  type ComparedSchool,
  type Comparison,
  type Effects,
} from "../../statement";
import type { Commune, Payer } from "../../tariff";
import { communesFirst } from "../kit/billed";
import { communeLink, difference, euros, imported, text, type PageCell } from "../kit/cells";
import { formulaOf, minus, plus, sumOf, type FormulaSource } from "../kit/formula";
import type { CellStyle } from "../kit/model";
import type { Page } from "../kit/page";
import { bold, styles } from "../kit/styles";
import { columnHelper, table, type Cells, type Column, type RowSpan } from "../kit/table";
import {
  effectNames,
  effectTitles,
  labelsOf,
  type ComparisonContext,
  type EffectName,
  type Labels,
} from "./analysis-context";
import { schoolName, type DetailSums } from "./comparaison-detail";
import { commentWanted, explained, isToMatch, remarksOfCommune, toExplain, toMatch } from "./comparaison-remarks";

/** Amounts that a row takes from elsewhere; their difference is always its own. */
const amountKeys = ["before", "after", ...effectNames] as const;
type AmountKey = (typeof amountKeys)[number];

/** A row of « Comparaison »: a commune, a school, a prestation, or a total. */
interface EffectRow {
  readonly label: PageCell;
  readonly code?: PageCell;
  readonly schools?: Readonly<Record<"before" | "after", number>>;
  readonly effects: Effects;
  /** An amount without a formula is written as it is. */
  readonly formulas: Partial<Record<AmountKey, FormulaSource>>;
  readonly remark?: string;
  /** Written by the user. */
  readonly comment?: string | null;
}

export type EffectTable = ReturnType<typeof effectTable>;
export type EffectCells = Cells<AmountKey | "difference">;

const remarkStyle: CellStyle = { ...styles.indented, size: 10 };

const column = columnHelper<EffectRow, "before" | "after">();

/** Makes the columns that all tables of « Comparaison » share, and their titles. */
export function effectTable({ before, after }: Labels) {
  return table({
    columns: {
      label: column.cell("[Commune], [école], prestation", 28, ({ label }) => label, "left"),
      code: column.cell("Code", 11, ({ code }) => code ?? null, "left"),
      "schools-before": column.count(`[Écoles] ${before}`, 8, ({ schools }) => schools?.before ?? null),
      "schools-after": column.count(`[Écoles] ${after}`, 8, ({ schools }) => schools?.after ?? null),
      before: column.cell(`Montant ${before}`, 13.5, amountCell("before")),
      after: column.cell(`Montant ${after}`, 13.5, amountCell("after")),
      difference: column.cell("Écart", 13, ({ effects }, at, style) =>
        difference(effects.difference, bold(style), minus(at.after, at.before)),
      ),
      quantities: effectColumn("quantities"),
      prices: effectColumn("prices"),
      arrivals: effectColumn("arrivals"),
      departures: effectColumn("departures"),
      remark: column.cell(
        "Remarque",
        30,
        ({ remark }) => (remark === undefined ? null : text(remark, remarkStyle)),
        "beside",
      ),
      comment: column.cell(
        "Commentaire",
        34,
        ({ comment }) => (comment === undefined ? null : imported(comment ?? "", remarkStyle)),
        "beside",
      ),
    },
  });
}

function amountCell(side: "before" | "after"): Column<EffectRow, never>["cell"] {
  return ({ effects, formulas }, _at, style) => euros(effects[side], style, formulas[side]);
}

function effectColumn(effect: EffectName) {
  return column.cell(effectTitles[effect], 12.5, ({ effects, formulas }, _at, style) =>
    difference(effects[effect], style, formulas[effect]),
  );
}

/** Returns the formula of each amount that a row takes from elsewhere. */
export function formulasFor(formula: (key: AmountKey) => FormulaSource | undefined): EffectRow["formulas"] {
  return Object.fromEntries(amountKeys.map((key) => [key, formula(key)]));
}

/** Writes the total of rows, and returns its cells. */
export function writeTotal(
  page: Page,
  effects: EffectTable,
  total: Omit<EffectRow, "formulas">,
  rows: RowSpan,
): EffectCells {
  const formulas = formulasFor(effects.sums(page, rows));
  return effects.rows(page, [{ ...total, formulas }], { style: styles.total }).rows[0]!;
}

/** A table by commune, and the cells of each. */
interface CommunesTable {
  readonly rows: ReadonlyMap<string, EffectCells>;
  readonly total: EffectCells;
}

/** Writes what one payer pays for each commune: effects are sums of the detail's. */
export function writeCommunes(
  page: Page,
  effects: EffectTable,
  context: ComparisonContext,
  payer: Payer,
  sums: DetailSums,
): CommunesTable {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const rows = comparison.communes.map((commune) => ({
    ...communeRow(commune, context),
    effects: commune.byPayer[payer],
    formulas: sums.ofCommune(commune, payer),
    remark: joined([...(payer === "commune" ? askedOf(commune) : []), ...remarksOfCommune(commune, labels, page.say)]),
  }));
  return writeByCommune(page, effects, comparison, rows, comparison.byPayer[payer]);
}

/** Writes both parts together: each amount is the sum of the same cells of the two tables above. */
export function writeWhole(
  page: Page,
  effects: EffectTable,
  context: ComparisonContext,
  tables: Readonly<Record<Payer, CommunesTable>>,
): CommunesTable {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const rows = comparison.communes.map((commune) => {
    const cells = communesFirst.map((payer) => tables[payer].rows.get(commune.commune.insee)!);
    return {
      ...communeRow(commune, context),
      effects: commune.total,
      formulas: formulasFor((key) => plus(...cells.map((at) => at[key]))),
      remark: joined(remarksOfCommune(commune, labels, page.say)),
    };
  });
  return writeByCommune(page, effects, comparison, rows, comparison.total);
}

/**
 * Writes the rows of the communes and their total. A shared school is on the row of each of its communes, and once in
 * the total.
 */
function writeByCommune(
  page: Page,
  effects: EffectTable,
  { communes, before, after }: Comparison,
  rows: readonly EffectRow[],
  whole: Effects,
): CommunesTable {
  const written = effects.rows(page, rows, { keep: 0 });
  const schools = { before: before.schools, after: after.schools };
  const total = writeTotal(page, effects, { label: text("Total", styles.total), schools, effects: whole }, written);
  return { rows: new Map(communes.map(({ commune }, index) => [commune.insee, written.rows[index]!])), total };
}

function communeRow(compared: ComparedCommune, { fiches }: ComparisonContext) {
  const { commune, schools } = compared;
  const add = (side: "before" | "after") => schools.reduce((total, school) => total + school.count[side], 0);
  return {
    label: communeLink(commune, fiches.get(commune.insee)),
    code: imported(commune.insee, styles.line),
    schools: { before: add("before"), after: add("after") },
    comment: commentOf(compared),
  };
}

/**
 * Returns the words that ask for a comment on the amount due by a commune, or announce it; empty when no comment is
 * expected. Only that amount calls for one.
 */
function askedOf({ isNotable, comments }: ComparedCommune): string[] {
  if (!isNotable) return [];
  return [comments.length === 0 ? commentWanted : explained];
}

function joined(remarks: readonly string[]): string {
  return remarks.join(" · ");
}

/** Writes prestations, both payers together. */
export function writePrestations(
  page: Page,
  effects: EffectTable,
  { comparison }: ComparisonContext,
  sums: DetailSums,
): void {
  const column = effects.at.code;
  const first = page.next;
  const rows = comparison.prestations.map(({ tariff, effects: own, isNotable }, index) => ({
    label: imported(tariff.prestation, styles.wrapped),
    code: imported(tariff.code, styles.code),
    effects: own,
    formulas: sums.ofCode({ sheet: page.sheet, row: first + index, column }),
    remark: isNotable ? toExplain : "",
  }));
  const written = effects.rows(page, rows, { keep: 0 });
  writeTotal(page, effects, { label: text("Total", styles.total), effects: comparison.total }, written);
}

/** Writes schools billed one time only, under their commune, both payers together. */
export function writeSchools(
  page: Page,
  effects: EffectTable,
  { comparison }: ComparisonContext,
  sums: DetailSums,
): void {
  const communes = comparison.communes
    .map(({ commune, schools }) => ({ commune, moved: schools.filter(({ presence }) => presence !== "kept") }))
    .filter(({ moved }) => moved.length > 0);
  if (communes.length === 0) {
    page.band(
      [
        text(
          page.say("[école:Aucune|Aucun] : [les mêmes écoles] sont [école:facturées|facturés] les deux fois."),
          styles.line,
        ),
      ],
      styles.line,
    );
    return;
  }
  const first = page.next;
  const nets: EffectCells[] = [];
  communes.forEach(({ commune, moved }, index) => {
    page.band([imported(commune.name, styles.group)], styles.group, true);
    const rows = moved.map((school) => schoolRow(commune, school, sums));
    const isLast = index === communes.length - 1;
    const written = effects.rows(page, rows, isLast ? { keep: 0 } : {});
    if (!isToMatch({ schools: moved })) return;
    const net = addEffects(moved.map(effectsOf));
    nets.push(writeNet(page, effects, written, net, isLast));
  });
  const whole = addEffects(communes.flatMap(({ moved }) => moved.map(effectsOf)));
  const last = page.next - 1;
  // A net is over rows that are counted already.
  const formulas = formulasFor((key) => {
    const all = effects.sums(page, { first, last })(key);
    const counted = nets.map((at) => at[key]);
    return all === undefined || counted.length === 0 ? all : formulaOf`${all}-${sumOf(...counted)}`;
  });
  effects.rows(page, [{ label: text("Total", styles.total), effects: whole, formulas }], { style: styles.total });
}

/**
 * Writes the net of the schools that came and went in one commune, which may be the same under other names. Returns its
 * cells.
 */
function writeNet(page: Page, effects: EffectTable, rows: RowSpan, net: Effects, isKept: boolean): EffectCells {
  const row = {
    label: text(page.say("Net [de la commune]"), styles.subtotal),
    effects: net,
    formulas: formulasFor(effects.sums(page, rows)),
    remark: page.say(toMatch),
  };
  return effects.rows(page, [row], { style: styles.subtotal, ...(isKept && { keep: 0 }) }).rows[0]!;
}

function schoolRow({ insee }: Commune, school: ComparedSchool, sums: DetailSums): EffectRow {
  return {
    label: imported(schoolName(school), styles.indented),
    code: imported(insee, styles.line),
    schools: school.count,
    effects: effectsOf(school),
    formulas: sums.ofSchool(school),
  };
}

function effectsOf(school: ComparedSchool): Effects {
  return addEffects(communesFirst.map((payer) => school.byPayer[payer]));
}
