import { headings } from "../draw/parts";
import { snapshotOf } from "../draw/registers";
import {
  at,
  cell,
  columnOf,
  dataRows,
  insertColumn,
  tablesOf,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { isForm, isOn, machineTables, schoolTables } from "./tools";
import type { Dice } from "../dice";

/** Tables of one school a row that show workstations in service by a heading of their own. */
const withPosts = (drawing: Drawing): (readonly [Table, Column])[] =>
  isOn("wide", "two-sheets", "commune-titles", "side-by-side", "across-named")(drawing)
    ? schoolTables(drawing).flatMap((table) => {
        const posts = table.columns.find(
          ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "maintenance",
        );
        return posts === undefined ? [] : [[table, posts] as const];
      })
    : [];

/** A column beside the workstations that neither is in service nor was installed. */
const beside = (
  name: string,
  headers: readonly string[],
  value: (row: Row, dice: Dice) => number,
  must = read,
): Habit =>
  must({
    name: `flow-${name}`,
    class: "S11",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => withPosts(drawing).length > 0,
    draw(drawing, dice) {
      const header = dice
        .one(headers)
        .replaceAll("{N}", String(drawing.truth.campaign))
        .replaceAll("{next}", String(drawing.truth.campaign + 1));
      for (const [table, posts] of withPosts(drawing))
        insertColumn(table, table.columns.indexOf(posts) + 1, { role: "other", headers: [header] }, (row) =>
          cell(value(row, dice)),
        );
    },
  });

const some = (_row: Row, dice: Dice): number => dice.whole(0, 6);
const partOfPosts = ({ school }: Row, dice: Dice): number => dice.whole(0, school!.service.POSTE_STD);

const besides = [
  beside(
    "withdrawn",
    [
      "Postes clients standard retirés",
      "Postes clients standard sortis",
      "PC standard réformés",
      "Postes standard repris",
    ],
    some,
  ),
  beside("broken", ["Postes standard HS", "PC standard HS"], some),
  beside("in-stock", ["Postes standard en stock", "PC std en stock"], some),
  beside("to-order", ["Postes standard à commander", "PC standard à commander"], some),
  beside("forecast", ["Postes standard prévus {next}", "PC standard prévus en {next}"], some),
  beside("part", ["dont portables", "dont classe mobile"], partOfPosts),
  // Out of service in a register, and among those counted here.
  beside("part-out", ["dont HS"], partOfPosts, mayRefuse),
  beside("stock-dated", ["Postes standard – stock au 01/11/{N}"], some, mayRefuse),
  beside("unknown-word", ["Postes standard prêtés", "Postes de secours"], some, mayRefuse),
];

const yearBefore = read({
  name: "flow-year-before",
  class: "S11",
  aspect: "flows",
  stage: 2,
  fits: (drawing) =>
    drawing.layout !== "side-by-side" &&
    withPosts(drawing).length > 0 &&
    withPosts(drawing).every(([, { headers }]) => !/\d{4}/.test(headers.at(-1)!)),
  draw(drawing, dice) {
    const { campaign } = drawing.truth;
    for (const [table, posts] of withPosts(drawing)) {
      const heading = posts.headers.at(-1)!;
      posts.headers = posts.headers.with(-1, `${heading} au 01/11/${campaign}`);
      insertColumn(
        table,
        table.columns.indexOf(posts),
        { role: "other", headers: [`${heading} au 01/11/${campaign - 1}`] },
        ({ school }) => cell(Math.max(1, school!.service.POSTE_STD - dice.whole(0, 5))),
      );
    }
  },
});

/** Last year's park, what came, what left, this year's, under the name of the workstations. */
const movements = read({
  name: "flow-movements",
  class: "S11",
  aspect: "flows",
  stage: 2,
  fits: (drawing) => drawing.layout === "wide" && withPosts(drawing).length > 0,
  draw(drawing, dice) {
    const { campaign } = drawing.truth;
    for (const [table, posts] of withPosts(drawing)) {
      for (const column of table.columns) if (column.headers.length === 1) column.headers.unshift("");
      const heading = headings.POSTE_STD;
      const fresh = table.columns.find(
        ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "installation",
      );
      const left = dataRows(table).map(() => dice.whole(0, 3));
      const came = ({ school }: Row): number => (fresh === undefined ? 0 : school!.installed.POSTE_STD);
      posts.headers = [heading, `Parc au 01/11/${campaign}`];
      if (fresh !== undefined) move(table, fresh, table.columns.indexOf(posts));
      const first = table.columns.indexOf(fresh ?? posts);
      if (fresh !== undefined) fresh.headers = [heading, "Entrées"];
      const rows = dataRows(table);
      insertColumn(table, table.columns.indexOf(posts), { role: "other", headers: [heading, "Sorties"] }, (row) =>
        cell(left[rows.indexOf(row)]!),
      );
      insertColumn(table, first, { role: "other", headers: [heading, `Parc au 01/11/${campaign - 1}`] }, (row) =>
        cell(Math.max(0, row.school!.service.POSTE_STD - came(row) + left[rows.indexOf(row)]!)),
      );
    }
  },
});

function move(table: Table, column: Column, to: number): void {
  const from = table.columns.indexOf(column);
  for (const list of [table.columns, ...table.rows.map(({ cells }) => cells)] as unknown[][]) {
    const [one] = list.splice(from, 1);
    list.splice(to, 0, one);
  }
}

/** Each prestation is one heading over what is in service and what was installed. */
const paired = read({
  name: "flow-pairs-by-prestation",
  class: "shape",
  aspect: "header-shape",
  stage: 2,
  fits: ({ layout }) => layout === "wide",
  draw(drawing, dice) {
    const [service, installed] = dice.one([
      ["En service", "Installés"],
      ["Parc", "dont neufs"],
      ["Maintenance", "Installation"],
      ["Existant", "dont installés"],
    ] as const);
    for (const table of schoolTables(drawing)) {
      for (const column of table.columns)
        if (column.role !== "quantity") column.headers.unshift("");
        else column.headers = [headings[column.prestation!], column.nature === "maintenance" ? service : installed];
      for (const fresh of table.columns.filter(({ nature }) => nature === "installation")) {
        const stock = table.columns.find(
          ({ prestation, nature }) => prestation === fresh.prestation && nature === "maintenance",
        );
        if (stock === undefined) continue;
        const to = table.columns.indexOf(stock) + 1;
        move(table, fresh, table.columns.indexOf(fresh) < to ? to - 1 : to);
      }
    }
  },
});

/** A column of dates says when the school's server was installed. */
const serverDates = read({
  name: "flow-dates-of-servers",
  class: "S11",
  aspect: "flows",
  stage: 2,
  fits: (drawing) =>
    ["wide", "commune-titles"].includes(drawing.layout) &&
    schoolTables(drawing).some((table) => installedServers(table) !== undefined),
  draw(drawing, dice) {
    const snapshot = snapshotOf(drawing.truth.campaign);
    for (const table of schoolTables(drawing)) {
      const shown = installedServers(table)!;
      const header = dice.one(["Serveur standard installé le", "Date d'installation serveur standard"]);
      const column: Column = { role: "other", headers: shown.headers.with(-1, header) };
      table.columns[table.columns.indexOf(shown)] = column;
      for (const row of dataRows(table)) {
        const { service, installed } = row.school!;
        const serial = installed.SERVEUR_STD > 0 ? snapshot - dice.whole(0, 364) : snapshot - dice.whole(365, 2000);
        const one = at(table, row, column);
        one.value = service.SERVEUR_STD > 0 ? serial : null;
        one.format = "dd/mm/yyyy";
      }
    }
  },
});

const installedServers = ({ columns }: Table): Column | undefined =>
  columns.find(({ prestation, nature }) => prestation === "SERVEUR_STD" && nature === "installation");

const untariffed = ["Tablettes", "TBI", "Vidéoprojecteurs", "Imprimantes laser", "Tableaux numériques"];
const untariffedColumn = read({
  name: "untariffed-column",
  class: "harmless",
  aspect: "untariffed",
  stage: 2,
  fits: isOn("wide", "two-sheets", "commune-titles", "side-by-side", "across-named", "across"),
  draw(drawing, dice) {
    const headers = dice.some(untariffed, dice.whole(1, 2));
    for (const table of schoolTables(drawing).filter(({ kind }) => kind === "inventory"))
      for (const header of headers)
        insertColumn(table, table.columns.length, { role: "other", headers: [header] }, () =>
          cell(dice.chance(0.3) ? null : dice.whole(1, 12)),
        );
  },
});

const untariffedRows = read({
  name: "untariffed-rows",
  class: "harmless",
  aspect: "untariffed",
  stage: 2,
  fits: isOn("long", "long-pairs", "register", "glpi-fr", "tabs", "stacked-forms"),
  draw(drawing, dice) {
    const label = dice.one(["Tablette", "TBI", "Vidéoprojecteur", "Imprimante laser"]);
    for (const table of [...tablesOf(drawing, "inventory")]) {
      const model = dice.one(dataRows(table).filter(({ pupils }) => pupils !== true));
      const row: Row = { ...model, cells: model.cells.map((one): Cell => ({ ...one })) };
      delete row.prestation;
      at(table, row, columnOf(table, "label")!).value = label;
      for (const column of table.columns)
        if (isForm(table) && column.role === "quantity") at(table, row, column).value = dice.whole(1, 6);
      if (machineTables(drawing).includes(table))
        at(table, row, table.columns[table.columns[0]!.role === "label" ? 1 : 0]!).value = "X-1";
      for (const column of table.columns)
        if (column.role === "other" && /série|Serial|inventaire/.test(column.headers.at(-1)!))
          at(table, row, column).value = null;
      table.rows.splice(table.rows.indexOf(model) + 1, 0, row);
    }
  },
});

export const flowHabits: readonly Habit[] = [
  ...besides,
  yearBefore,
  movements,
  paired,
  serverDates,
  untariffedColumn,
  untariffedRows,
];
