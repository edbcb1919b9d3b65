import { addTo, type Cell, type SheetCells } from "../../src/cells";
import { campaignOf, gridFor } from "../../src/tariff";
import { defaultOptions } from "../../src/options";
import { readInventory } from "../at-once";
import { median } from "./figures";
import { campaignYear, schoolsOfCampaign } from "./register";
import { asRatio, right } from "./words";

/** Columns that a sheet of Excel has. */
const widest = 16_384;

/** Prints how long inventories of each layout take to be read, size by size: a layout that is linear keeps its time for 1,000. */
export function measureLayouts(sizes: readonly number[]): void {
  const cell = (value: string | number): string => right(value, 10);
  console.log("ms to read 1 000 schools, prestations or machines, by layout");
  console.log(`  ${"".padEnd(28)}${sizes.map(cell).join("")}${cell("last/first")}`);
  for (const [title, { make, most = Number.MAX_SAFE_INTEGER }] of Object.entries(layouts)) {
    const times = sizes.map((count) => (count > most ? null : timeOf(make(count)) / (count / 1000)));
    const known = times.filter((time) => time !== null);
    const growth = known.length < 2 ? "" : asRatio(known.at(-1)! / known[0]!);
    const shown = times.map((time) => cell(time === null ? "–" : time.toFixed(2)));
    console.log(`  ${title.padEnd(28)}${shown.join("")}${cell(growth)}`);
  }
  console.log("");
}

interface Layout {
  readonly make: (count: number) => readonly SheetCells[];
  /** The largest size that a sheet holds. */
  readonly most?: number;
}

const layouts: Readonly<Record<string, Layout>> = {
  "one school a row": {
    make: (count) => [
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Pack logiciel", "Serveur standard", "Poste client standard"],
        ...withTotals(
          places(count).map(({ commune, school }, at) => [commune, school, 80 + (at % 60), 1, 1, 5 + (at % 20)]),
        ),
      ]),
    ],
  },
  "one prestation a row": {
    make: (count) => [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Nature", "Quantité"],
        ...places(Math.ceil(count / items.length)).flatMap(({ commune, school }) =>
          items.map((label, at): Cell[] => [commune, school, label, "Maintenance", 1 + at]),
        ),
      ]),
      headcounts(Math.ceil(count / items.length)),
    ],
  },
  forms: {
    make: (count) => [
      sheet(
        "Fiches",
        places(Math.ceil(count / (items.length + 1))).flatMap(({ commune, school }): Cell[][] => [
          ["Commune", commune],
          ["École", school],
          ...items.map((label, at): Cell[] => [label, 1 + at]),
          ["Nombre d'élèves", 80],
          [],
        ]),
      ),
    ],
  },
  "schools across": {
    make: (count) => {
      const schools = places(count);
      return [
        sheet("Synthèse", [
          ["Commune", ...schools.map(({ commune }) => commune)],
          ["École", ...schools.map(({ school }) => school)],
          ["Nombre d'élèves", ...schools.map((_, at) => 80 + (at % 60))],
          ...items.map((label, item): Cell[] => [label, ...schools.map((_, at) => 1 + ((at + item) % 9))]),
        ]),
      ];
    },
    most: widest - 1,
  },
  "one machine a row": {
    make: (count) => {
      const schools = places(130);
      return [
        sheet("Registre", [
          ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service", "État"],
          ...Array.from({ length: count }, (_, at): Cell[] => {
            const { commune, school } = schools[(at * 7) % schools.length]!;
            return [`INV-${at}`, items[at % items.length]!, commune, school, 41_000 + (at % 900), "En service"];
          }),
        ]),
        headcounts(130),
      ];
    },
  },
};

const items = ["Poste client standard", "Poste spécifique", "Logiciel spécifique", "Imprimante jet d'encre"];

/** Schools with names of their own, commune by commune. */
function places(count: number): { readonly commune: string; readonly school: string }[] {
  const communes = [...new Set(schoolsOfCampaign(campaignYear).map(({ commune }) => commune))].sort();
  const each = Math.ceil(count / communes.length);
  return Array.from({ length: count }, (_, at) => ({
    commune: communes[Math.floor(at / each)]!,
    school: `École Jean Petit ${at + 1}`,
  }));
}

/** Adds below each commune's rows the sums of their numbers, and below all of them the whole. */
function withTotals(rows: readonly (readonly Cell[])[]): Cell[][] {
  const sum = (of: readonly (readonly Cell[])[], column: number): number =>
    of.reduce((total, row) => total + (row[column] as number), 0);
  const total = (label: string, of: readonly (readonly Cell[])[]): Cell[] => [
    label,
    null,
    ...of[0]!.slice(2).map((_, at) => sum(of, at + 2)),
  ];
  const blocks = new Map<Cell, (readonly Cell[])[]>();
  for (const row of rows) addTo(blocks, row[0]!, row);
  return [
    ...[...blocks].flatMap(([commune, own]) => [...own.map((row) => [...row]), total(`Total ${String(commune)}`, own)]),
    total("Total général", rows),
  ];
}

function headcounts(count: number): SheetCells {
  const rows = places(count).map(({ commune, school }, at): Cell[] => [commune, school, 80 + (at % 60)]);
  return sheet("Effectifs", [["Commune", "École", "Effectif"], ...rows]);
}

function sheet(name: string, rows: readonly (readonly Cell[])[]): SheetCells {
  return {
    file: "parc.xlsx",
    name,
    visibility: "visible",
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    generatedKey: null,
  };
}

/** Returns the processor's milliseconds for a warm reading: the median of three. */
function timeOf(sheets: readonly SheetCells[]): number {
  const campaign = campaignOf(campaignYear);
  const grid = gridFor(campaign);
  if (!grid.ok) throw new Error("No grid is valid for the campaign of the bench.");
  const read = (): number => {
    globalThis.gc?.();
    const start = process.cpuUsage();
    const { anomalies } = readInventory({
      workbooks: [{ file: "parc.xlsx", date1904: false, sheets }],
      campaign,
      grid: grid.value,
      options: defaultOptions,
    });
    const { user, system } = process.cpuUsage(start);
    const error = anomalies.find(({ severity }) => severity === "error");
    if (error !== undefined)
      throw new Error(`A layout of the bench is asked about: ${error.code} ${error.cell ?? ""}.`);
    return (user + system) / 1000;
  };
  const first = read();
  return first > 20_000 ? first : median([read(), read(), read()]);
}
