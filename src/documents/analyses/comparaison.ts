import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { addEffects, type ComparedSchool, type Effects } from "../../statement";
import type { Commune } from "../../tariff";
import { count, euros, imported, linkTo, text, type Place } from "../kit/cells";
import type { SheetModel } from "../kit/model";
import { Page, type PageCell } from "../kit/page";
import { changePlaces, RowMarkers, type PlacedChanges } from "../kit/places";
import { styles } from "../kit/styles";
import { campaignLine, printTexts } from "../kit/texts";
import { writeBridge } from "./comparaison-bridge";
import {
  bothPayers,
  columns as at,
  effectNames,
  labelsOf,
  widths,
  type ComparisonContext,
  type EffectName,
} from "./comparaison-columns";
import { DetailSums, makeDetail, rangeName, schoolName } from "./comparaison-detail";
import { explainedText, notesOf, toExplain } from "./comparaison-remarks";
import {
  formulasFor,
  placeOf,
  totalPlace,
  writeCommunes,
  writeEffects,
  writeHeader,
  writeTotal,
  writeWhole,
} from "./comparaison-tables";

export const comparisonSheets = {
  comparaison: "Comparaison",
  "comparaison-detail": "Comparaison (détail)",
} as const;

/** Names of both sheets, by key. */
export type ComparisonNames = Readonly<Record<keyof typeof comparisonSheets, string>>;

/**
 * « Comparaison » and « Comparaison (détail) »: what changed since another campaign, by its causes. The detail works out
 * the effects of each line, and the tables add them up.
 */
export function makeComparison(
  context: ComparisonContext,
  names: ComparisonNames,
): { readonly sheets: SheetModel[]; readonly placed: PlacedComparison } {
  const write = (places: RowMarkers) => [
    makeSummary(context, names, places),
    makeDetail(context, names["comparaison-detail"], names.comparaison, places),
  ];
  const places = new RowMarkers();
  write(places);
  const known = new RowMarkers(places);
  return { sheets: write(known), placed: placedComparison(context, names.comparaison, known) };
}

function makeSummary(context: ComparisonContext, names: ComparisonNames, places: RowMarkers): SheetModel {
  const draft = new Page(widths);
  const { comparison, annexe, recapitulatif } = context;
  const { campaign } = comparison.after;
  const sums = new DetailSums(names["comparaison-detail"], places);
  const title = "Comparaison de deux campagnes";
  draft.add([text(title, styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  const links = widths.map(() => null) as (ReturnType<typeof linkTo> | null)[];
  links[at.label] = linkTo("→ Détail, ligne par ligne", names["comparaison-detail"], "A1", styles.back);
  links[at.quantities] = linkTo("→ Annexe délibération", annexe, "A1", styles.back);
  if (recapitulatif !== null) links[at.before] = linkTo("→ Récapitulatif", recapitulatif, "A1", styles.back);
  draft.add(links);
  draft.space();
  const headerRow = writeHeader(draft, labelsOf(comparison));
  draft.section("Synthèse");
  const titreRow = writeSynthesis(draft, context, places);
  places.mark(titrePlace, titreRow);
  draft.space();
  const chart = writeBridge(draft, comparison, titreRow);
  draft.space();
  for (const note of notesOf(context)) draft.paragraph(note, styles.note);
  draft.space();
  draft.section("Par prestation");
  writePrestations(draft, context, sums);

  draft.startPage();
  draft.section("Quotes-parts des communes, que la CAGB leur refacture");
  writeCommunes(draft, context, "commune", sums, places);
  draft.startPage();
  draft.section("Part de la CAGB, par commune");
  writeCommunes(draft, context, "cagb", sums, places);
  draft.startPage();
  draft.section("Ensemble, par commune");
  writeWhole(draft, context, places);
  draft.startPage();
  draft.section("Écoles facturées pour la première fois, ou qui ne le sont plus");
  writeSchools(draft, context, sums);
  return draft.finish(
    { key: "comparaison", name: names.comparaison, freeze: { rows: headerRow + 1, columns: 1 }, charts: [chart] },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow },
      ...printTexts(title, campaign),
    },
  );
}

const names = { commune: "Quotes-parts des communes", cagb: "Part de la CAGB" } as const;

/**
 * Both parts, taken from the totals below, and the titre; what the effects leave of the difference: nothing; how many
 * communes are to be explained, and are. Gives the row of the titre.
 */
function writeSynthesis(draft: Page, { comparison }: ComparisonContext, places: RowMarkers): number {
  const first = draft.next;
  for (const payer of bothPayers) {
    const total = places.row(totalPlace(payer)) ?? 0;
    const row = {
      lead: [text(names[payer], styles.line)],
      effects: comparison.byPayer[payer],
      formulas: formulasFor((column) => cellName(total, column)),
    };
    writeEffects(draft, row, styles.line, true);
  }
  const schools = [comparison.before, comparison.after].map((one) => count(one.schools, styles.total));
  const total = writeTotal(draft, [text("Total du titre", styles.total), null, ...schools], comparison.total, first);
  const effects = `${cellName(total, at.quantities)}:${cellName(total, at.departures)}`;
  const cells: PageCell[] = [text("Écart moins la somme des quatre effets (0,00 attendu)", styles.note)];
  const left = `ROUND(${cellName(total, at.difference)}-SUM(${effects}),2)`;
  cells[at.difference] = euros(new Decimal(0), styles.note, left);
  draft.add([...cells].map((cell) => cell ?? null));
  draft.paragraph(explainedText(comparison), styles.note);
  return total;
}

/** Prestations, both payers together. */
function writePrestations(draft: Page, { comparison }: ComparisonContext, sums: DetailSums): void {
  const first = draft.next;
  comparison.prestations.forEach(({ tariff, effects, isNotable }, index) => {
    const row = {
      lead: [imported(tariff.prestation, styles.wrapped), imported(tariff.code, { ...styles.line, size: 9 })],
      effects,
      formulas: sums.ofCode(cellName(draft.next, at.code)),
      remark: isNotable ? toExplain : "",
    };
    writeEffects(draft, row, styles.line, index === comparison.prestations.length - 1);
  });
  writeTotal(draft, [text("Total", styles.total)], comparison.total, first);
}

/** Schools billed one time only, under their commune, both payers together. */
function writeSchools(draft: Page, { comparison }: ComparisonContext, sums: DetailSums): void {
  const communes = comparison.communes
    .map(({ commune, schools }) => ({ commune, moved: schools.filter(({ presence }) => presence !== "kept") }))
    .filter(({ moved }) => moved.length > 0);
  if (communes.length === 0) {
    draft.band([text("Aucune : les mêmes écoles sont facturées les deux fois.", styles.line)], styles.line);
    return;
  }
  const first = draft.next;
  const isLast = (commune: Commune) => commune === communes.at(-1)!.commune;
  for (const { commune, moved } of communes) {
    draft.band([imported(commune.name, styles.group)], styles.group, true);
    moved.forEach((school, index) => {
      writeSchool(draft, commune, school, sums, isLast(commune) && index === moved.length - 1);
    });
  }
  const effects = communes.flatMap(({ moved }) => moved.map(effectsOf));
  writeTotal(draft, [text("Total", styles.total)], addEffects(effects), first);
}

function writeSchool(draft: Page, { insee }: Commune, school: ComparedSchool, sums: DetailSums, keep: boolean): void {
  const lead = [
    imported(schoolName(school), styles.indented),
    imported(insee, styles.line),
    count(school.count.before, styles.line),
    count(school.count.after, styles.line),
  ];
  const formulas = sums.ofRanges(bothPayers.map((payer) => rangeName(insee, payer, school)));
  writeEffects(draft, { lead, effects: effectsOf(school), formulas }, styles.line, keep);
}

function effectsOf(school: ComparedSchool): Effects {
  return addEffects(bothPayers.map((payer) => school.byPayer[payer]));
}

/** The row of the titre in the synthesis. */
const titrePlace = "titre";

/** A comparison, and the cells of « Comparaison » that say what it says. */
export interface PlacedComparison extends PlacedChanges {
  readonly context: ComparisonContext;
  /** What makes up the difference of the titre. */
  readonly effects: Readonly<Record<EffectName, Place>>;
}

function placedComparison(context: ComparisonContext, sheet: string, places: RowMarkers): PlacedComparison {
  const { byPayer, total, communes } = context.comparison;
  const titre = places.row(titrePlace) ?? 0;
  const pair = (row: number) => changePlaces(sheet, row, at);
  return {
    context,
    sheet,
    amounts: { ...byPayer, total },
    places: {
      cagb: pair(places.row(totalPlace("cagb")) ?? 0),
      commune: pair(places.row(totalPlace("commune")) ?? 0),
      total: pair(titre),
    },
    communes,
    placesOf: (commune) => pair(places.row(placeOf("commune", { commune })) ?? 0),
    effects: Object.fromEntries(
      effectNames.map((effect) => [effect, { sheet, row: titre, column: at[effect] }]),
    ) as Record<EffectName, Place>,
  };
}
