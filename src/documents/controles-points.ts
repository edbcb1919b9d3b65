import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { pointsOf, type InventoryReading, type Point, type PointPlace } from "../inventory";
import { pointMessage, type Anomaly, type Severity, type Speech } from "../messages";
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
import { count, euros, imported, linkTo, linkToSource, text, type PageCell } from "./kit/cells";
import { formulaOf, type Formula, type Place } from "./kit/formula";
import type { CellStyle } from "./kit/model";
import type { Page } from "./kit/page";
import { partNames, type Say } from "./kit/say";
import { beside, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";
import { capitalised, externalFiles, isOneTitre } from "./kit/texts";

/** Where controls without a cell of the inventory lead, in the documents. */
interface ControlTargets {
  readonly recapitulatif: string;
  /** Gaps of the reconciliations, on the same sheet; the last is of the parts. */
  readonly gaps: readonly Place[];
  /** The total that is written in words. */
  readonly titre: Place;
}

const results: Readonly<Record<ControlResult, string>> = {
  pass: "Conforme",
  warn: "À vérifier",
  fail: "Non conforme",
};

const linkStyle = beside(styles.lineLink);

/** Writes each control with its result, what it found and where, so that a reviewer ticks a list instead of looking for one. */
export function writeControls(
  page: Page,
  reading: InventoryReading,
  statement: Statement,
  targets: ControlTargets,
): void {
  const files = externalFiles(reading);
  const column = columnHelper<Control, "found">();
  const controls = table({
    columns: {
      control: column.text("Point", null, ({ id }) => labelOf(id, statement, page.say), styles.wrapped),
      result: column.cell("Résultat", null, resultCell, "left"),
      found: column.cell("Nombre", null, ({ id, found }, _at, style) => {
        if (!(found instanceof Decimal)) return count(found, style);
        return euros(found, style, gapFormula(id, statement, targets));
      }),
      see: column.cell("Voir", null, (control) => seeCell(control, targets, files, page.say), "beside"),
    },
  });
  page.section("Points de contrôle");
  controls.write(page, controlsOf(reading, statement));
}

/** Returns the cell of a control's result, a live formula when what was found is an amount. */
function resultCell({ result, found }: Control, at: Cells<"found">, style: CellStyle): PageCell {
  const cell = text(results[result], result === "pass" ? style : styles.boldLine);
  if (!(found instanceof Decimal)) return cell;
  return { ...cell, formula: formulaOf`IF(${at.found}=0,"${results.pass}","${results.fail}")` };
}

/** Returns the formula of a control's gap. Words do not change when a total does: the amount that they say is compared with it. */
function gapFormula(id: ControlId, { total }: Statement, { gaps, titre }: ControlTargets): Formula {
  if (id === "total-in-words") return formulaOf`ROUND(${titre}-${formatAmount(total)},2)`;
  return sumOfGaps(id === "parts" ? gaps.slice(-1) : gaps.slice(0, -1));
}

function sumOfGaps(gaps: readonly Place[]): Formula {
  return gaps.map((gap) => formulaOf`ABS(${gap})`).reduce((total, gap) => formulaOf`${total}+${gap}`);
}

function seeCell(
  { id, place, found }: Control,
  targets: ControlTargets,
  files: ReadonlySet<string>,
  say: Say,
): PageCell | null {
  if (id === "sums" || id === "parts") {
    const { sheet, row } = targets.gaps[0]!;
    return linkTo("Écarts", sheet, cellName(row, 0), linkStyle);
  }
  if (id === "total-in-words") return linkTo("Titre", targets.titre.sheet, cellName(targets.titre.row, 0), linkStyle);
  if (id === "small-claims" && found !== 0) return linkTo(say("[Communes]"), targets.recapitulatif, "A1", linkStyle);
  if (place === null) return null;
  const { file, sheet, cell } = place;
  return linkToSource(cell ?? "Feuille", { file, sheet, cell: cell ?? "A1" }, linkStyle, files);
}

/** Controls whose wording says a threshold, a rule, an act or a party. */
type NamedControl =
  "pupils-a-school" | "pupils-a-machine" | "one-a-school" | "small-claims" | "act" | "parts" | "perimeter";

function labelOf(id: ControlId, statement: Statement, say: Say): string {
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
      return say`Aucune quote-part sous le seuil de mise en recouvrement (${formatEuros(smallClaimThreshold(campaign.snapshot))}, CGCT D1611-1) : [communes] en dessous`;
    case "act":
      return `Tarif voté, son acte nommé : ${grid.act.trim() === "" ? "manque" : grid.act.trim()}`;
    case "parts":
      return `${hasDebtorPart(statement) ? `${say(partNames.cagb)} et quotes-parts` : "Quotes-parts"} donnent le titre : écart`;
    case "perimeter":
      return isOneTitre(statement)
        ? say`[Chaque commune est membre] [de la CAGB] à la date de situation : à revoir`
        : say`[Chaque commune] est partie à la convention à la date de situation : à revoir`;
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

/** What is expected, then what « Nombre » counts. */
const labels: Readonly<Record<Exclude<ControlId, NamedControl>, string>> = {
  rows: "Chaque ligne lue est facturée, ou exclue pour un motif : lignes en erreur, en tout ou en partie",
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
  hidden: "Rien de masqué ni de filtré, et aucune cellule en erreur : points à revoir",
};

const severities: readonly (readonly [Severity, string])[] = [
  ["error", "à corriger"],
  ["warning", "à vérifier"],
  ["info", "pour information"],
];

/** Returns the number of points of each severity, as the command's summary says it: « 3 à corriger, 12 à vérifier, 1 pour information ». */
export function countPoints(anomalies: readonly Anomaly[]): string {
  const points = pointsOf(anomalies);
  const of = (severity: Severity) => points.filter((point) => point.severity === severity).length;
  return severities.map(([severity, words]) => `${of(severity)} ${words}`).join(", ");
}

/** Ranges of one point, each with its link; the JSON has the others. */
const mostPlaces = 40;

/** A point and its first range, then its other ranges; `left`: how many of these are not shown. */
type PointRow =
  | { readonly point: Point; readonly place: PointPlace | undefined; readonly isFollowed: boolean }
  | { readonly place: PointPlace }
  | { readonly left: number };

/** Writes what was found, one point for each cause, errors first: its number of cells, and a link to each range of them. (decisions §4) */
export function writePoints(
  page: Page,
  reading: InventoryReading,
  anomalies: readonly Anomaly[],
  speech: Speech,
): void {
  page.section("Points à corriger ou à vérifier");
  if (anomalies.length === 0) {
    page.band([text("Aucun point.", styles.line)], styles.line);
    return;
  }
  const files = externalFiles(reading);
  const column = columnHelper<PointRow>();
  const points = table({
    columns: {
      message: column.text(
        "Constat",
        null,
        (row) => ("point" in row ? pointMessage(row.point.anomalies, speech) : null),
        styles.wrapped,
      ),
      severity: column.cell("Gravité", null, (row) => ("point" in row ? severityCell(row.point) : null), "left"),
      sheet: column.cell("Feuille", null, (row) => sheetCell(row, files), "left"),
      cells: column.cell("Cellules", null, (row) => rangeCell(row, files), "left"),
      count: column.count("Nombre", null, (row) => ("point" in row ? row.point.anomalies.length : null)),
    },
  });
  const rows = pointsOf(anomalies).flatMap(rowsOf);
  points.write(page, rows, { repeatTitles: "always", keep: (row) => "point" in row && row.isFollowed });
}

function rowsOf(point: Point): PointRow[] {
  const [place, ...others] = point.places.slice(0, mostPlaces);
  const left = point.places.length - mostPlaces;
  return [
    { point, place, isFollowed: others.length > 0 },
    ...others.map((other) => ({ place: other })),
    ...(left > 0 ? [{ left }] : []),
  ];
}

function severityCell({ severity }: Point): PageCell {
  const words = severities.find(([one]) => one === severity)![1];
  const style = severity === "error" ? styles.boldLine : styles.line;
  return text(capitalised(words), style);
}

/** Returns the cell of the sheet of a point; of the file when the point is of no sheet. */
function sheetCell(row: PointRow, files: ReadonlySet<string>): PageCell {
  if ("left" in row) return text(row.left === 1 ? "et une autre plage" : `et ${row.left} autres plages`, styles.line);
  if (row.place === undefined)
    return imported("point" in row ? (row.point.anomalies[0]?.file ?? "") : "", styles.wrapped);
  const { file, sheet } = row.place;
  return imported(file !== null && files.has(file) ? `[${file}]${sheet ?? ""}` : (sheet ?? ""), styles.wrapped);
}

function rangeCell(row: PointRow, files: ReadonlySet<string>): PageCell | null {
  const { file, sheet, range } = ("left" in row ? undefined : row.place) ?? { file: null, sheet: null, range: null };
  if (sheet === null || range === null) return null;
  return linkToSource(range, { file, sheet, cell: range.split(":")[0]! }, styles.lineLink, files);
}
