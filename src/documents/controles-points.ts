import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import type { Reading } from "../inventory";
import { formatEuros } from "../money";
import {
  controlsOf,
  smallClaimThreshold,
  type Control,
  type ControlId,
  type ControlPlace,
  type ControlResult,
  type Statement,
} from "../statement";
import { count, empty, euros, linkTo, linkToSource, text } from "./kit/cells";
import type { Page } from "./kit/page";
import { filesApart } from "./kit/texts";
import type { ModelCell } from "./kit/model";
import { styles } from "./kit/styles";

/** Where controls without a cell of the inventory lead, in the documents. */
interface ControlTargets {
  readonly controles: string;
  readonly recapitulatif: string;
  /** Zero-based rows of the reconciliations, in their order, on « Contrôles »; the last is of the parts. */
  readonly reconciliations: { readonly first: number; readonly last: number };
}

const results: Readonly<Record<ControlResult, string>> = {
  pass: "Conforme",
  warn: "À vérifier",
  fail: "Non conforme",
};

const gapColumn = 3;
const linkStyle = { ...styles.lineLink, align: "left", indent: 1 } as const;
const headerLink = { ...styles.header, align: "left", indent: 1 } as const;

/** Each control with its result, what it found and where, so that a reviewer ticks a list instead of looking for one. */
export function writeControls(draft: Page, reading: Reading, statement: Statement, targets: ControlTargets): void {
  draft.section("Points de contrôle");
  const { header, headerNumber } = styles;
  draft.band(
    [
      text("Point de contrôle", header),
      text("Résultat", header),
      text("Constaté", headerNumber),
      text("Voir", headerLink),
    ],
    header,
    true,
  );
  const files = filesApart(reading);
  for (const control of controlsOf(reading, statement)) {
    const found = foundCell(control, targets.reconciliations);
    const result = results[control.result];
    const formula = `IF(${cellName(draft.next, 2)}=0,"${results.pass}","${results.fail}")`;
    const style = control.result === "pass" ? styles.line : { ...styles.line, bold: true };
    draft.band(
      [
        text(labelOf(control.id, statement), styles.wrapped),
        found.formula === undefined ? text(result, style) : { ...text(result, style), formula },
        found,
        seeCell(control, targets, files),
      ],
      styles.line,
    );
  }
}

/** The gaps of the reconciliations above, as a live formula; else how many points there are. */
function foundCell({ id, found }: Control, { first, last }: ControlTargets["reconciliations"]): ModelCell {
  if (!(found instanceof Decimal)) return count(found, styles.line);
  const rows = id === "parts" ? [last] : Array.from({ length: last - first }, (_, index) => first + index);
  return euros(found, styles.line, rows.map((row) => `ABS(${cellName(row, gapColumn)})`).join("+"));
}

function seeCell(control: Control, targets: ControlTargets, files: ReadonlySet<string>): ModelCell {
  const { id, place, found } = control;
  if (id === "sums" || id === "parts")
    return linkTo("Écarts", targets.controles, cellName(targets.reconciliations.first, 0), linkStyle);
  if (id === "small-claims" && found !== 0) return linkTo("Communes", targets.recapitulatif, "A1", linkStyle);
  return place === null ? empty(styles.line) : placeCell(place, files);
}

function placeCell({ file, sheet, cell }: ControlPlace, files: ReadonlySet<string>): ModelCell {
  return linkToSource(cell ?? "Feuille", { file, sheet, cell: cell ?? "A1" }, linkStyle, files);
}

function labelOf(id: ControlId, { campaign, grid }: Statement): string {
  return id === "small-claims"
    ? `Aucune quote-part sous le seuil de mise en recouvrement (${formatEuros(smallClaimThreshold(campaign.snapshot))}, CGCT D1611-1) : communes en dessous`
    : id === "act"
      ? `Tarif voté, son acte nommé : ${grid.act.trim() === "" ? "manque" : grid.act.trim()}`
      : labels[id];
}

/** What is expected, then what « Constaté » counts. */
const labels: Readonly<Record<Exclude<ControlId, "small-claims" | "act">, string>> = {
  rows: "Chaque ligne lue est facturée, ou exclue pour un motif : lignes en erreur, en tout ou en partie",
  "totals-typed": "Les totaux saisis sont ceux du détail, ou l’écart s’explique : totaux inexpliqués",
  sums: "Lignes, écoles, communes et prestations donnent le titre : écart",
  parts: "Part de la CAGB et quotes-parts donnent le titre : écart",
  perimeter: "Chaque commune est membre de la CAGB à la date de situation : à revoir",
  duplicates: "Ni école, ni matériel, ni tableau en double : doublons",
  headcounts: "Chaque école a son effectif : écoles sans effectif, ou effectifs sans matériel",
  "pupils-a-school": "Au plus 600 élèves par école : écoles au-delà",
  "pupils-a-machine": "De 1 à 30 élèves par poste : écoles hors de ces bornes",
  "one-a-school": "Au plus un pack et un serveur standard par école : écoles au-delà",
  installed: "Pas plus d’installés que de matériel en service : écarts",
  quantities: "Quantités entières, positives et lisibles : quantités à revoir",
  dates: "Dates lisibles, dans l’année de la campagne ou avant : dates à revoir",
  words: "Colonnes et libellés compris sans hésitation : points à revoir",
  untariffed: "Matériel sans tarif recensé, et non facturé : lignes ou colonnes",
  hidden: "Rien de masqué ni de filtré, et aucune cellule en erreur : points à revoir",
};
