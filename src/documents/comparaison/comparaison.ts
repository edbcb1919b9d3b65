import { linkTo, text } from "../cells";
import { Draft } from "../draft";
import type { SheetModel } from "../model";
import { Places } from "../places";
import { styles } from "../styles";
import { campaignLine, printTexts } from "../texts";
import { writeBridge } from "./bridge";
import { columns as at, widths } from "./columns";
import { writeCommunes, writeWhole } from "./commune-tables";
import { labelsOf, type ComparisonContext } from "./context";
import { makeDetail } from "./detail";
import { DetailSums } from "./detail-sums";
import { writeHeader } from "./effect-row";
import { placedComparison, titrePlace, type PlacedComparison } from "./placed";
import { writePrestations } from "./prestation-table";
import { notesOf } from "./remarks";
import { writeSchools } from "./school-table";
import { writeSynthesis } from "./synthesis";

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
  const write = (places: Places) => [
    makeSummary(context, names, places),
    makeDetail(context, names["comparaison-detail"], names.comparaison, places),
  ];
  const places = new Places();
  write(places);
  const known = new Places(places);
  return { sheets: write(known), placed: placedComparison(context, names.comparaison, known) };
}

function makeSummary(context: ComparisonContext, names: ComparisonNames, places: Places): SheetModel {
  const draft = new Draft(widths);
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
