import { mayBeChecked, type Billing } from "../../billing";
import { holds, parseCellName, type WorkbookCells } from "../../cells";
import { unbilledIn, worthOf, type KeyedName } from "../../documents";
import {
  listsSettling,
  pointsOf,
  waysOut,
  type WayOut,
  type Mapping,
  type Point,
  unrecognisedSheets,
} from "../../inventory";
import { countOf, type Anomaly, type MessageCode } from "../../messages";
import {
  campaignOf,
  campaignOfWorkbooks,
  createDirectory,
  gridOfWorkbooks,
  nounsOfWorkbooks,
  type Campaign,
  type Grid,
  type TariffRow,
} from "../../tariff";
import { meaningsOf, suits } from "../state/offers";
import { columnAt, topOf } from "../state/tables";
import {
  type Meaning,
  type Question,
  type QuestionPlace,
  placeKey,
  planOf,
  type PointShown,
  type Preview,
} from "../state/preview";
import type { Source } from "../state/state";

/** Returns a billing as the pane shows it. `generatedSheets`: the generated sheets already in the workbook. */
export function previewOfBilling(billing: Billing, generatedSheets: readonly KeyedName[]): Preview {
  const { reading, statement, anomalies } = billing;
  const unclear = new Set(
    anomalies
      .filter((anomaly) => anomaly.severity === "error" && listsSettling(anomaly).includes("mappings"))
      .map(placeKey),
  );
  const tables = reading.mappings;
  const meanings = meaningsOf(equipmentOf(statement.grid));
  const points = pointsShown(anomalies, tables, meanings, worthOf(reading, statement, anomalies));
  return {
    statement,
    rows: reading.rows,
    numbers: reading.numbers,
    quantities: reading.quantities.length,
    tables,
    points,
    counts: {
      error: countOf(points, "error"),
      warning: countOf(points, "warning"),
      info: countOf(points, "info"),
    },
    unbilled: unbilledIn(reading, statement),
    unclear,
    withoutHeadcounts: anomalies.some(({ code }) => code === "no-headcounts"),
    members: membersOf(statement.campaign),
    meanings,
    plan: planOf(billing.sheets, generatedSheets),
  };
}

function membersOf(campaign: Campaign): Preview["members"] {
  const collator = new Intl.Collator("fr");
  return [...createDirectory(campaign).members].sort((a, b) => collator.compare(a.name, b.name));
}

function pointsShown(
  anomalies: readonly Anomaly[],
  tables: readonly Mapping[],
  meanings: Preview["meanings"],
  worthIn: (point: Point) => PointShown["worth"],
): PointShown[] {
  return pointsOf(anomalies).map((point) => {
    const settledIn = listsSettling(point.anomalies[0]);
    return {
      ...point,
      settledIn,
      reason: reasonOf(point),
      mayBeChecked: mayBeChecked(point) && !settledIn.includes("accepted"),
      question: questionOf(point, tables, meanings),
      worth: worthIn(point),
    };
  });
}

/**
 * Returns the reason for setting aside the rows of a point, when this is the likeliest way to settle it; null
 * otherwise.
 */
export function reasonOf(point: Point): string | null {
  const [first] = waysOut(point, false);
  return first?.list === "setAside" ? first.entry.reason : null;
}

/** Stands for all the roles, or all the prestations, in the values of a way out. */
const allOthers = "…";

/**
 * Returns the question that a point asks once for all its cells; null when it is settled only by correcting cells,
 * choosing communes or setting rows aside.
 */
function questionOf(point: Point, tables: readonly Mapping[], meanings: readonly Meaning[]): Question | null {
  for (const way of waysOut(point, false)) {
    const question = questionFor(way, point, tables, meanings);
    if (question !== null) return question;
  }
  return null;
}

function questionFor(
  way: WayOut,
  point: Point,
  tables: readonly Mapping[],
  meanings: readonly Meaning[],
): Question | null {
  const values = way.toFill?.values ?? [];
  const asked = { code: point.code, kind: null, places: placesOf(point.anomalies) };
  switch (way.list) {
    case "words": {
      const { word, kind } = way.entry;
      if (kind === "commune") return null;
      const answers = values.includes(allOthers) ? [...prestationsOf(meanings), "nothing"] : values;
      return { ...asked, about: "word", word, kind, places: [], answers };
    }
    case "mappings": {
      const word = String(point.anomalies[0].params["header"] ?? "");
      const [first] = asked.places;
      const table = first === undefined ? undefined : columnAt(tables, first)?.table;
      const suited = meanings.filter((meaning) => table === undefined || suits(meaning, table.layout));
      const answers = values.includes(allOthers) ? suited.map(({ as }) => as) : values;
      return asked.places.length === 0 ? null : { ...asked, about: "column", word, answers };
    }
    case "tables":
    case "repeats": {
      const about = way.list === "tables" ? "table" : "repeat";
      return askedOfTables({ ...asked, about, word: "", answers: values }, point.anomalies, tables);
    }
    case "accepted":
      return { ...asked, about: "accepted", word: way.entry.was, answers: [""] };
    default:
      return null;
  }
}

function prestationsOf(meanings: readonly Meaning[]): string[] {
  return [...new Set(meanings.flatMap(({ role, prestation }) => (prestation === null ? [] : [role])))];
}

function placesOf(anomalies: readonly Anomaly[], cellOf = ({ cell }: Anomaly) => cell): QuestionPlace[] {
  const places = anomalies.flatMap((anomaly) => {
    const { file, sheet } = anomaly;
    return sheet === null ? [] : [{ file, sheet, cell: cellOf(anomaly) }];
  });
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/**
 * Makes a question about tables, located at the first header cell of each, where choices about a table are recorded,
 * rather than at its anomalies.
 */
function askedOfTables(
  question: Omit<Question, "places">,
  anomalies: readonly Anomaly[],
  tables: readonly Mapping[],
): Question | null {
  const places = placesOf(anomalies, ({ file, sheet, cell }) => {
    const table = tables.find((one) => one.sheet.name === sheet && one.sheet.file === file && contains(one, cell));
    return table === undefined ? cell : topOf(table);
  });
  return places.length === 0 ? null : { ...question, places };
}

function contains({ block }: Mapping, cell: string | null): boolean {
  const place = cell === null ? null : parseCellName(cell);
  return place !== null && holds(block, place.row, place.column);
}

const withoutInventory: ReadonlySet<MessageCode> = new Set(["no-inventory", "hidden-sheet"]);

/**
 * Returns why nothing can be billed; when that is for want of an inventory, what was looked at, and what one could look
 * like.
 */
export function refusedSource(
  anomalies: readonly Anomaly[],
  workbooks: readonly WorkbookCells[],
  year: number,
): Extract<Source, { kind: "refused" }> {
  const nouns = nounsOfWorkbooks(workbooks);
  const under = campaignOfWorkbooks(campaignOf(year), workbooks);
  const campaign = under.ok ? under.value : campaignOf(year);
  const chosen = gridOfWorkbooks(workbooks, campaign);
  if (!under.ok || !chosen.ok || !anomalies.every(({ code }) => withoutInventory.has(code)))
    return { kind: "refused", anomalies, missing: null, nouns };
  const { grid } = chosen.value;
  const sheets = unrecognisedSheets({ workbooks, campaign, grid });
  return { kind: "refused", anomalies, missing: { sheets, headings: templateHeadings(grid) }, nouns };
}

/** Returns the prestations with columns of their own: pupils are counted by the column of headcounts. (decisions §2) */
function equipmentOf({ rows }: Grid): TariffRow[] {
  return rows.filter(({ counts }) => counts !== "pupils");
}

/**
 * Returns the headings of an inventory with one row per school, for every prestation of a grid, in words recognised
 * without a doubt.
 */
export function templateHeadings(grid: Grid): string[] {
  const counted = equipmentOf(grid);
  const hasPrice = ({ cagb, commune }: (typeof counted)[number]["prices"]["installation"]) =>
    cagb !== null || commune !== null;
  return [
    "Commune",
    "École",
    "Effectif",
    ...counted
      .filter(({ prices }) => hasPrice(prices.maintenance))
      .map(({ prestation }) => `${prestation} (en service)`),
    ...counted
      .filter(({ prices }) => hasPrice(prices.installation))
      .map(({ prestation }) => `${prestation} (installés dans l’année)`),
  ];
}
