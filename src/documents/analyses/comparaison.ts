import type { Payer } from "../../tariff";
import { payersIn } from "../kit/billed";
import { text } from "../kit/cells";
import { block, minus, same } from "../kit/formula";
import { checkRow, heading, printTexts } from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { partNames } from "../kit/say";
import { styles } from "../kit/styles";
import { communesFinding, dueChanges, labelsOf, type ComparisonContext, type PlacedChanges } from "./analysis-context";
import { writeBridge, type PlacedMovement } from "./comparaison-bridge";
import { makeDetail, type DetailSums } from "./comparaison-detail";
import { explainedText, isToMatch, notesOf } from "./comparaison-remarks";
import {
  effectTable,
  formulasFor,
  writeCommunes,
  writePrestations,
  writeSchools,
  writeTotal,
  writeWhole,
  type EffectCells,
  type EffectTable,
} from "./comparaison-tables";

/** Names of both sheets, by key. */
type ComparisonNames = Readonly<Record<"comparaison" | "comparaison-detail", string>>;

/** A comparison, with the cells of « Comparaison » that show it. */
export interface PlacedComparison extends PlacedChanges {
  readonly context: ComparisonContext;
  /** The steps that make up the difference of the titre. */
  readonly movements: readonly PlacedMovement[];
}

/**
 * Makes « Comparaison » and « Comparaison (détail) »: what changed since another campaign, by its causes. The detail
 * works out the effects of each line, and the tables add them up.
 */
export function makeComparison(
  context: ComparisonContext,
  names: ComparisonNames,
): { readonly sheets: SheetModel[]; readonly placed: PlacedComparison } {
  const detail = makeDetail(context, names["comparaison-detail"], names.comparaison);
  const { model, placed } = makeSummary(context, names, detail.sums);
  return { sheets: [model, detail.model], placed };
}

function makeSummary(
  context: ComparisonContext,
  names: ComparisonNames,
  sums: DetailSums,
): { readonly model: SheetModel; readonly placed: PlacedComparison } {
  const { comparison, annexe, recapitulatif } = context;
  const { campaign } = comparison.after;
  const effects = effectTable(labelsOf(comparison));
  const page = new Page(names.comparaison, campaign, effects.widths);
  const title = "Comparaison de deux campagnes";
  const links = [
    { label: "→ Détail, ligne par ligne", sheet: names["comparaison-detail"] },
    ...(recapitulatif === null ? [] : [{ label: "→ Récapitulatif", sheet: recapitulatif, column: effects.at.before }]),
    { label: "→ Annexe délibération", sheet: annexe, column: effects.at.quantities },
  ];
  heading(page, { title, campaign, links });
  page.space();
  const header = effects.titles(page, { repeatTitles: "always" });
  page.section("Synthèse");
  const titre = writeSynthesis(page, effects, context, (payer) => tables[payer].total);
  page.space();
  const bridge = writeBridge(page, comparison, titre, effects.at, () =>
    comparison.communes.filter(isToMatch).map(({ commune: { insee } }) => tables.whole.rows.get(insee)!),
  );
  page.space();
  for (const note of notesOf(context)) page.paragraph(note, styles.note);
  page.space();
  page.section("Par prestation");
  writePrestations(page, effects, context, sums);
  page.space();
  const tables = writeByCommune(page, effects, context, sums);
  page.startPage();
  page.section(page.say("[Écoles facturées|facturés] pour la première fois, ou qui ne le sont plus"));
  writeSchools(page, effects, context, sums);
  const model = page.finish({
    key: "comparaison",
    freeze: { rows: header + 1, columns: 1 },
    charts: [bridge.chart],
    orientation: "landscape",
    ...printTexts(title, campaign),
  });
  const { byPayer, total, communes } = comparison;
  const placed = {
    context,
    sheet: names.comparaison,
    amounts: { ...byPayer, total },
    payers: payersIn(comparison.before, comparison.after),
    places: { cagb: tables.cagb.total, commune: tables.commune.total, total: titre },
    communes,
    placesOf: ({ insee }: { readonly insee: string }) => tables.commune.rows.get(insee)!,
    movements: bridge.movements,
  };
  return { model, placed };
}

/** Writes what communes pay, what the debtor pays for each, and the sum of both. */
function writeByCommune(page: Page, effects: EffectTable, context: ComparisonContext, sums: DetailSums) {
  const { comparison } = context;
  const { say } = page;
  const found = (finding: string | null) => (finding === null ? "" : `\u00a0: ${finding}`);
  const ofDue = found(communesFinding(dueChanges(comparison.communes)));
  page.section(say`Quotes-parts [des communes], que [la CAGB] leur refacture${ofDue}`);
  const commune = writeCommunes(page, effects, context, "commune", sums);
  // When the communes are the only payers, their part is the whole.
  if (payersIn(comparison.before, comparison.after).length === 1) return { commune, cagb: commune, whole: commune };
  page.startPage();
  page.section(say(`${partNames.cagb}, par [commune]`));
  const cagb = writeCommunes(page, effects, context, "cagb", sums);
  page.startPage();
  const ofWhole = comparison.communes.map((one) => ({ commune: one.commune, difference: one.total.difference }));
  page.section(say`Ensemble, par [commune]${found(communesFinding(ofWhole))}`);
  return { commune, cagb, whole: writeWhole(page, effects, context, { commune, cagb }) };
}

/**
 * Writes both parts and the titre, taken from the totals below; a check that the effects explain the whole difference;
 * how many communes are to be explained, and how many are. Returns the cells of the titre. `totalOf` is called once the
 * page is finished.
 */
function writeSynthesis(
  page: Page,
  effects: EffectTable,
  { comparison }: ComparisonContext,
  totalOf: (payer: Payer) => EffectCells,
): EffectCells {
  const rows = payersIn(comparison.before, comparison.after).map((payer) => ({
    label: text(page.say(partNames[payer]), styles.line),
    effects: comparison.byPayer[payer],
    formulas: formulasFor((key) => () => same(totalOf(payer)[key])),
  }));
  const written = effects.rows(page, rows, { keep: Infinity });
  const schools = { before: comparison.before.schools, after: comparison.after.schools };
  const label = text("Total du titre", styles.total);
  const titre = writeTotal(page, effects, { label, schools, effects: comparison.total }, written);
  checkRow(page, {
    label: "Écart moins la somme des quatre effets",
    column: titre.difference.column,
    gap: minus(titre.difference, block(titre.quantities, titre.departures)),
  });
  page.paragraph(explainedText(comparison, page.say), styles.note);
  return titre;
}
