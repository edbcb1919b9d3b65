import { parseCellName } from "../../cells";
import { wayOut, type Point } from "../../inventory";
import type { Anomaly } from "../../messages";
import type { WordKind } from "../../options";
import type { Meaning, Question, QuestionPlace } from "../state/choices";
import type { Table } from "../state/preview";
import { suits, topOf } from "../state/questions";

/** Stands for all the roles, or all the prestations, in the values of a way out. */
const allOthers = "…";

/** What a point asks once for all its cells; null where only the cells can be corrected, or the communes chosen. */
export function questionOf(point: Point, tables: readonly Table[], meanings: readonly Meaning[]): Question | null {
  const way = wayOut(point, false);
  if (way === null) return null;
  const values = way.says?.values ?? [];
  const asked = { code: point.code, kind: null, places: placesOf(point.anomalies) };
  switch (way.list) {
    case "words": {
      const kind = way.entry["kind"] as WordKind;
      if (kind === "commune") return null;
      const answers = values.includes(allOthers) ? [...prestationsOf(meanings), "nothing"] : values;
      return { ...asked, about: "word", word: String(way.entry["word"]), kind, places: [], answers };
    }
    case "mappings": {
      const word = String(point.anomalies[0]!.params["header"] ?? "");
      const [first] = asked.places;
      const table = tables.find(
        ({ file, sheet, columns, unused }) =>
          file === first?.file &&
          sheet === first.sheet &&
          [...columns, ...unused].some(({ cell }) => cell === first.cell),
      );
      const suited = meanings.filter((meaning) => table === undefined || suits(meaning, table.layout));
      const answers = values.includes(allOthers) ? suited.map(({ as }) => as) : values;
      return asked.places.length === 0 ? null : { ...asked, about: "column", word, answers };
    }
    case "tables":
      return askedOfTables({ ...asked, about: "table", word: "", answers: values }, point.anomalies, tables);
    case "repeats":
      return askedOfTables({ ...asked, about: "repeat", word: "", answers: values }, point.anomalies, tables);
    case "accepted":
      return { ...asked, about: "accepted", word: String(way.entry["was"] ?? ""), answers: [""] };
    default:
      return null;
  }
}

function prestationsOf(meanings: readonly Meaning[]): string[] {
  return [...new Set(meanings.flatMap(({ role, prestation }) => (prestation === null ? [] : [role])))];
}

function placesOf(anomalies: readonly Anomaly[]): QuestionPlace[] {
  const places = anomalies.flatMap(({ file, sheet, cell }) => (sheet === null ? [] : [{ file, sheet, cell }]));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** A choice about a table is kept at its first heading, wherever in it the cells stand. */
function askedOfTables(
  question: Omit<Question, "places">,
  anomalies: readonly Anomaly[],
  tables: readonly Table[],
): Question | null {
  const places = anomalies.flatMap((anomaly): QuestionPlace[] => {
    const { file, sheet, cell } = anomaly;
    if (sheet === null) return [];
    const table = tables.find((one) => one.sheet === sheet && one.file === file && contains(one, cell));
    return [{ file, sheet, cell: table === undefined ? cell : topOf(table) }];
  });
  const distinct = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  return distinct.length === 0 ? null : { ...question, places: distinct };
}

function contains({ range }: Table, cell: string | null): boolean {
  const place = cell === null ? null : parseCellName(cell);
  const [first = null, last = null] = range.split(":").map(parseCellName);
  if (place === null || first === null || last === null) return false;
  const isWithin = (axis: "row" | "column") => first[axis] <= place[axis] && place[axis] <= last[axis];
  return isWithin("row") && isWithin("column");
}
