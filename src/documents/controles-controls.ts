import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import type { InventoryReading } from "../inventory";
import { formatAmount, formatEuros } from "../money";
import {
  controlsOf,
  smallClaimThreshold,
  usualPupils,
  type Control,
  type ControlId,
  type ControlResult,
  type Statement,
} from "../statement";
import type { Grid } from "../tariff";
import { hasDebtorPart } from "./kit/billed";
import { count, euros, linkTo, linkToSource, text, type PageCell } from "./kit/cells";
import { formulaOf, type Formula, type Place } from "./kit/formula";
import type { CellStyle } from "./kit/model";
import type { Page } from "./kit/page";
import { partNames, type Say } from "./kit/say";
import { beside, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";
import { externalFiles, isOneTitre } from "./kit/texts";

/** The targets of controls without a cell of the inventory, in the documents. */
interface ControlTargets {
  readonly recapitulatif: string;
  /** Gaps of the reconciliations, further down the same sheet, once it is written; the last is of the parts. */
  readonly gaps: () => readonly Place[];
  /** The total that is written in words. */
  readonly titre: Place;
}

/** The wordings of results, each with a mark that tells them apart in black and white. */
const results: Readonly<Record<ControlResult, string>> = {
  pass: "✓ Conforme",
  warn: "▲ À vérifier",
  fail: "■ Non conforme",
};

/** The first ones first, each in its own order. */
const mostPressing = ["fail", "warn", "pass"] as const satisfies readonly ControlResult[];

const linkStyle = beside(styles.lineLink);

/**
 * Writes each control with its result, its finding and the place, failed ones first, so that a reviewer has a list to
 * tick. Returns a function that links the controls of sums to the first of their differences, once these are written.
 */
export function writeControls(
  page: Page,
  reading: InventoryReading,
  statement: Statement,
  targets: ControlTargets,
): (gap: Place) => void {
  const files = externalFiles(reading);
  const column = columnHelper<Control, "found" | "see">();
  const controls = table({
    columns: {
      control: column.cell(
        "Point",
        null,
        (made) => text(labelOf(made, statement, page.say), made.result === "pass" ? passedLabel : failedLabel),
        "left",
      ),
      result: column.cell("Résultat", null, resultCell, "left"),
      found: column.cell("Nombre", null, ({ id, found }, _at, style) => {
        if (!(found instanceof Decimal)) return count(found, style);
        return euros(found, style, () => gapFormula(id, statement, targets));
      }),
      see: column.cell("Voir", null, (control) => seeCell(control, targets, files, page.say), "beside"),
    },
  });
  const made = controlsOf(reading, statement);
  const counted = { fail: "non conforme", warn: "à vérifier", pass: "conforme" } as const;
  const numbers = mostPressing.flatMap((one) => {
    const number = made.filter(({ result }) => result === one).length;
    return number === 0 ? [] : [`${number} ${counted[one]}${number > 1 && one !== "warn" ? "s" : ""}`];
  });
  page.section(`Contrôles\u00a0: ${numbers.join(", ")}`);
  const sorted = mostPressing.flatMap((one) => made.filter(({ result }) => result === one));
  const { rows } = controls.write(page, sorted);
  return ({ sheet, row }) =>
    sorted.forEach(({ id }, index) => {
      if (id !== "sums" && id !== "parts") return;
      const { see } = rows[index]!;
      page.overwrite(see.row, see.column, linkTo("Écarts", sheet, cellName(row, 0), linkStyle));
    });
}

const passedLabel: CellStyle = { ...styles.wrapped, size: 10 };
const failedLabel: CellStyle = { ...passedLabel, bold: true };

/** Returns the cell of a control's result, a live formula when what was found is an amount. */
function resultCell({ result, found }: Control, at: Cells<"found">, style: CellStyle): PageCell {
  const cell = text(results[result], result === "pass" ? style : styles.boldLine);
  if (!(found instanceof Decimal)) return cell;
  return { ...cell, formula: formulaOf`IF(${at.found}=0,"${results.pass}","${results.fail}")` };
}

/**
 * Returns the formula of a control's gap. Its sentence does not change when a total does: the amount in the sentence is
 * compared with the total.
 */
function gapFormula(id: ControlId, { total }: Statement, { gaps, titre }: ControlTargets): Formula {
  if (id === "total-in-words") return formulaOf`ROUND(${titre}-${formatAmount(total)},2)`;
  return largestOf(id === "parts" ? gaps().slice(-1) : gaps().slice(0, -1));
}

/** Returns the formula of the largest gap: one hand edit appears in several gaps, and counts once. */
function largestOf(gaps: readonly Place[]): Formula {
  const sizes = gaps.map((gap) => formulaOf`ABS(${gap})`);
  return formulaOf`MAX(${sizes.reduce((before, size) => formulaOf`${before},${size}`)})`;
}

function seeCell(
  { id, place, found }: Control,
  targets: ControlTargets,
  files: ReadonlySet<string>,
  say: Say,
): PageCell | null {
  if (id === "total-in-words") return linkTo("Titre", targets.titre.sheet, cellName(targets.titre.row, 0), linkStyle);
  if (id === "small-claims" && found !== 0) return linkTo(say("[Communes]"), targets.recapitulatif, "A1", linkStyle);
  if (place === null) return null;
  const { file, sheet, cell } = place;
  return linkToSource(cell ?? "Feuille", { file, sheet, cell: cell ?? "A1" }, linkStyle, files);
}

/** Controls whose wording depends on a threshold, a rule, an act, a party or what is found. */
type NamedControl =
  "pupils-a-school" | "pupils-a-machine" | "one-a-school" | "small-claims" | "act" | "parts" | "perimeter" | "hidden";

function labelOf({ id, result, found }: Control, statement: Statement, say: Say): string {
  const { campaign, grid, options } = statement;
  const { mostASchool, fewestAMachine, mostAMachine } = usualPupils;
  switch (id) {
    case "pupils-a-school":
      return say`Au plus ${mostASchool} élèves par [école] : [écoles] au-delà`;
    case "pupils-a-machine":
      return say`De ${fewestAMachine} à ${mostAMachine} élèves par poste : [écoles] hors de ces bornes`;
    case "one-a-school":
      return oneASchool(grid, options, say);
    case "small-claims":
      return say`Aucune quote-part sous le seuil de mise en recouvrement (${formatEuros(smallClaimThreshold(campaign.snapshot))}, CGCT D1611-1)`;
    case "act":
      return `Tarif voté, son acte nommé : ${grid.act.trim() === "" ? "manque" : grid.act.trim()}`;
    case "parts":
      return `${hasDebtorPart(statement) ? `${say(partNames.cagb)} et quotes-parts` : "Quotes-parts"} donnent le titre : écart`;
    case "perimeter":
      return isOneTitre(statement)
        ? say`[Chaque commune est membre] à la date de situation : à revoir`
        : say`[Chaque commune] est partie à la convention à la date de situation : à revoir`;
    case "hidden":
      return result === "pass" && found !== 0
        ? "Lignes ou colonnes masquées ou filtrées lues comme les autres, et aucune cellule en erreur : feuilles"
        : "Rien de masqué ni de filtré, et aucune cellule en erreur : points à revoir";
    default:
      return say(labels[id]);
  }
}

/** How the prestations that a school has one of are usually called. */
const calledForShort: Readonly<Record<string, string>> = { PACK: "un pack", SERVEUR_STD: "un serveur standard" };

function oneASchool({ rows }: Grid, { schoolUnit }: Statement["options"], say: Say): string {
  const capped = rows.filter(({ perSite }) => perSite !== null);
  if (schoolUnit === "each" || capped.length === 0)
    return say("Prestations par [école] facturées à l’unité, sans limite : [écoles] au-delà");
  const names = capped.map(
    ({ code, prestation, perSite }) =>
      calledForShort[code] ?? `${perSite === 1 ? "une unité" : `${perSite} unités`} de « ${prestation} »`,
  );
  return say`Au plus ${new Intl.ListFormat("fr").format(names)} par [école] : [écoles] au-delà`;
}

/** The expectation of each control, then what « Nombre » counts. */
const labels: Readonly<Record<Exclude<ControlId, NamedControl>, string>> = {
  rows: "Chaque ligne lue est facturée, ou laissée de côté pour un motif : lignes en erreur",
  "totals-typed": "Les totaux saisis sont ceux du détail, ou l’écart s’explique : totaux inexpliqués",
  sums: "Lignes, [écoles], [communes] et prestations donnent le titre : écart",
  "total-in-words": "La somme en toutes lettres est celle du titre : écart",
  "own-amounts": "Ce que l’inventaire calcule lui-même est quantité × prix : écarts",
  duplicates: "Ni [école], ni matériel, ni tableau en double : doublons",
  headcounts: "[Chaque école] a son effectif : [écoles] sans effectif, ou effectifs sans matériel",
  installed: "Pas plus d’installés que de matériel en service : écarts",
  quantities: "Quantités entières, positives et lisibles : quantités à revoir",
  dates: "Dates lisibles, dans l’année de la campagne ou avant : dates à revoir",
  words: "Colonnes et libellés compris sans hésitation : points à revoir",
  untariffed: "Matériel sans tarif recensé, et non facturé : lignes ou colonnes",
};
