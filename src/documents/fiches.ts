import type { CommuneTotal, Statement } from "../statement";
import type { Commune, Nature, Payer } from "../tariff";
import { linkTo, text, type Place } from "./cells";
import { Draft } from "./draft";
import { writeFiche, writePrintedFiche } from "./fiche";
import { ficheColumns, ficheWidths, type FicheRows } from "./fiche-columns";
import { writeFicheHeader } from "./fiche-schools";
import type { SheetModel } from "./model";
import { styles } from "./styles";
import { campaignLine, printTexts } from "./texts";

/** A fiche as a sheet, and where its totals are. */
export interface Fiche {
  readonly model: SheetModel;
  readonly insee: string;
  readonly payers: FicheRows;
  amountAt(nature: Nature, payer: Payer): Place;
}

/** A fiche is one legal entity's: an INSEE code outlives a merger (25035: Auxon-Dessus, then Les Auxons), its SIREN does not. */
export function ficheKey({ insee, siren }: Commune): string {
  return `fiche-${insee}-${siren}`;
}

/** Communes that have a fiche: those with a school billed for anything. */
export function communesWithFiche(statement: Statement): readonly CommuneTotal[] {
  return statement.byCommune.filter((commune) => commune.schools.some((school) => school.lines.length > 0));
}

export function makeFiche(commune: CommuneTotal, statement: Statement, name: string, recapitulatif: string): Fiche {
  const draft = new Draft(ficheWidths);
  const { headerRow, payers } = writeFiche(draft, commune, statement, recapitulatif);
  const { insee } = commune.commune;
  const model = draft.finish(
    { key: ficheKey(commune.commune), name },
    {
      orientation: "portrait",
      titleRows: { first: headerRow, last: headerRow },
      ...printTexts(`Fiche · ${commune.commune.name}`, statement.campaign),
    },
  );
  const amountAt = (nature: Nature, payer: Payer) => ({
    sheet: name,
    row: payers[payer].total,
    column: ficheColumns[nature],
  });
  return { model, insee, payers, amountAt };
}

/** All fiches one after the other, each from the top of a page, under one header: one sheet to print. (decisions §7) */
export function makePrintableFiches(statement: Statement, name: string, recapitulatif: string): SheetModel {
  const draft = new Draft(ficheWidths);
  draft.add([text("Fiches de refacturation des communes", styles.title)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.space();
  const header = writeFicheHeader(draft);
  communesWithFiche(statement).forEach((commune, index) => {
    if (index > 0) draft.startPage();
    writePrintedFiche(draft, commune, statement);
  });
  return draft.finish(
    { key: "fiches-impression", name, freeze: { rows: header + 1, columns: 1 } },
    {
      orientation: "portrait",
      titleRows: { first: header, last: header },
      ...printTexts("Fiches des communes", statement.campaign),
    },
  );
}
