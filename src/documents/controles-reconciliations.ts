import { cellName, quoteSheetName } from "../cells";
import type { Reconciliation, Statement } from "../statement";
import { euros, refer, text, type Place } from "./kit/cells";
import type { Page } from "./kit/page";
import { ficheColumns, type Fiche } from "./fiche";
import { styles } from "./kit/styles";

/** Where the same total is found, in each document. */
export interface Totals {
  readonly fiches: readonly Fiche[];
  readonly communes: Place;
  readonly prestations: Place;
  readonly cagb: Place;
  readonly due: Place;
  readonly titre: Place;
}

const names: Readonly<Record<Reconciliation["by"], string>> = {
  lines: "Somme des lignes des fiches",
  schools: "Somme des écoles, d’après les fiches",
  communes: "Somme des communes, d’après le récapitulatif",
  prestations: "Somme des prestations, d’après la répartition",
  payers: "Part de la CAGB et quotes-parts des communes",
};

/** The titre found again five ways, each a live formula over another document; 0,00 is expected. Gives their rows. (decisions §7) */
export function writeReconciliations(
  draft: Page,
  statement: Statement,
  totals: Totals,
): { readonly first: number; readonly last: number } {
  draft.section("Rapprochements avec le titre (écart attendu : 0,00)");
  const { header, headerNumber } = styles;
  draft.band(
    [text("Montant", header), ...["Trouvé", "Titre", "Écart"].map((title) => text(title, headerNumber))],
    header,
  );
  const first = draft.next;
  for (const { by, total, difference } of statement.reconciliations) {
    const row = draft.next;
    const gap = `ROUND(${cellName(row, 1)}-${cellName(row, 2)},2)`;
    draft.band(
      [
        text(names[by], styles.wrapped),
        euros(total, styles.line, formulaOf(by, totals)),
        euros(statement.total, styles.line, refer(totals.titre)),
        euros(difference, { ...styles.line, bold: true }, gap),
      ],
      styles.line,
      true,
    );
  }
  return { first, last: draft.next - 1 };
}

function formulaOf(by: Reconciliation["by"], totals: Totals): string | undefined {
  switch (by) {
    case "lines":
      return sumOfFiches(totals.fiches, ficheColumns.installation, ficheColumns.maintenance);
    case "schools":
      return sumOfFiches(totals.fiches, ficheColumns.total, ficheColumns.total);
    case "communes":
      return refer(totals.communes);
    case "prestations":
      return refer(totals.prestations);
    case "payers":
      return `${refer(totals.cagb)}+${refer(totals.due)}`;
  }
}

/** Over the rows of lines only, both payers': lines are in two columns, the schools' sub-totals in a third. */
function sumOfFiches(fiches: readonly Fiche[], left: number, right: number): string | undefined {
  if (fiches.length === 0) return undefined;
  const ranges = fiches.flatMap(({ model, payers }) =>
    [payers.commune, payers.cagb].map(
      ({ first, last }) => `${quoteSheetName(model.name)}!${cellName(first, left)}:${cellName(last, right)}`,
    ),
  );
  return `SUM(${ranges.join(",")})`;
}
