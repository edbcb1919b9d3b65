import { writeXlsx } from "hucre/xlsx";
import type { Cell, CellValue, WriteSheet } from "hucre/xlsx";
import { parseCellName } from "../../src/cells";

type Cells = Map<string, Partial<Cell>>;

const bold = { style: { font: { bold: true } } };
const heading = { style: { font: { bold: true }, alignment: { wrapText: true, vertical: "center" as const } } };
const top = { style: { alignment: { vertical: "top" as const } } };

/** The headings of a sheet, dressed: its title, and the row of titles. */
function dressed(width: number, header: number): Cells {
  const cells: Cells = new Map([["0,0", bold]]);
  for (let column = 0; column < width; column++) cells.set(`${header},${column}`, heading);
  return cells;
}

/** One row a school. Communes are merged over their schools; a printer is struck through in F6; row 9 is hidden. */
function parc(): WriteSheet {
  const cells = dressed(6, 2);
  cells.set("5,5", { style: { font: { strikethrough: true } } });
  for (const row of [4, 6, 9]) cells.set(`${row},0`, top);
  return {
    name: "Parc",
    columns: [14, 22, 12, 14, 16, 14].map((width) => ({ width })),
    rows: [
      ["Parc informatique des écoles au 1er novembre 2014"],
      [],
      [
        "Commune",
        "École",
        "Serveur standard",
        "Postes clients standard",
        "dont installés dans l'année",
        "Imprimantes jet d'encre",
      ],
      ["Amagney", "École primaire", 1, 10, 2, 1],
      ["Beure", "École maternelle", 0, 4, 0, 0],
      [null, "École élémentaire", 1, 8, 0, 1],
      ["Saône", "École maternelle", 0, 6, 1, 1],
      [null, "École élémentaire", 1, 12, 3, 2],
      [null, "École du Bourg", 0, 5, 0, 0],
      ["Thise", "École maternelle", 0, 5, 0, 1],
    ],
    cells,
    merges: [
      { startRow: 4, startCol: 0, endRow: 5, endCol: 0 },
      { startRow: 6, startCol: 0, endRow: 8, endCol: 0 },
    ],
    rowDefs: new Map([[8, { hidden: true }]]),
    freezePane: { rows: 3 },
  };
}

/** Pupils, with a filter that shows all of them. */
function effectifs(): WriteSheet {
  return {
    name: "Effectifs",
    columns: [14, 22, 12].map((width) => ({ width })),
    rows: [
      ["Effectifs des écoles, rentrée 2014"],
      [],
      ["Commune", "École", "Effectif"],
      ["Amagney", "École primaire", 84],
      ["Beure", "École maternelle", 41],
      ["Beure", "École élémentaire", 77],
      ["Saône", "École maternelle", 68],
      ["Saône", "École élémentaire", 125],
      ["Saône", "École du Bourg", 52],
      ["Thise", "École maternelle", 63],
      ["Thise", "École élémentaire", 110],
    ],
    cells: dressed(3, 2),
    autoFilter: { range: "A3:C11" },
  };
}

/** One row a machine, of the one school that keeps such a list; the last one is copied so many times below itself. */
function registre(copies: number): WriteSheet {
  const date = (text: string): CellValue => new Date(`${text}T00:00:00Z`);
  const machine = (label: string, entered: string, left: string | null): CellValue[] => [
    "Thise",
    "École élémentaire",
    label,
    date(entered),
    left === null ? null : date(left),
  ];
  const rows = [
    machine("Serveur standard", "2012-09-03", null),
    machine("Poste client standard", "2013-09-02", null),
    machine("Poste client standard", "2013-11-02", null),
    machine("Poste client standard", "2014-11-01", null),
    machine("Poste client standard", "2014-11-03", null),
    machine("Poste client standard", "2010-09-01", "2014-07-04"),
  ];
  const last = rows.at(-1)!;
  for (let index = 0; index < copies; index++) rows.push(last);
  const cells = dressed(5, 2);
  for (let row = 3; row < rows.length + 3; row++)
    for (const column of [3, 4]) cells.set(`${row},${column}`, { style: { numFmt: "dd/mm/yyyy" } });
  return {
    name: "Registre",
    columns: [14, 22, 24, 16, 16].map((width) => ({ width })),
    rows: [
      ["Registre du matériel de l’école élémentaire de Thise"],
      [],
      ["Commune", "École", "Désignation", "Date d'entrée", "Date de sortie"],
      ...rows,
    ],
    cells,
  };
}

/** A sheet of the user's own: a formula that calls one of the functions, as Excel saves it, and cells to call others on. */
function calculs(): WriteSheet {
  const cells: Cells = new Map([["0,0", bold]]);
  cells.set("2,1", {
    formula: '_xldudf_ORDICLASSE_MAINT("POSTE_STD",12)',
    formulaResult: 442.32,
    style: { numFmt: "#,##0.00" },
  });
  return {
    name: "Calculs",
    columns: [{ width: 34 }, { width: 14 }],
    rows: [["Calculs de la mairie"], [], ["Douze unités, un an", null]],
    cells,
  };
}

/** What the page has the user do to the workbook, where tests ask for it. */
export interface Done {
  /** What is typed, by place: `Parc!D4`. */
  readonly typed?: Readonly<Record<string, CellValue>>;
  /** How many times the last machine of « Registre » is copied below itself. */
  readonly machinesCopied?: number;
}

/** The workbook of `docs/essai-dans-excel.md`, the same whenever it is made; `write-excel-trial.ts` puts it beside the page. */
export function excelTrial({ typed = {}, machinesCopied = 0 }: Done = {}): Promise<Uint8Array> {
  const sheets = [parc(), effectifs(), registre(machinesCopied), calculs()];
  for (const [place, value] of Object.entries(typed)) {
    const [sheet, cell] = place.split("!");
    const { row, column } = parseCellName(cell!)!;
    const rows = sheets.find(({ name }) => name === sheet)!.rows!;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  }
  const made = new Date("2014-11-03T08:00:00Z");
  return writeXlsx({ sheets, properties: { creator: "Mairie", created: made, modified: made } });
}
