import { addTo, sheetOfValues, type Cell, type SheetCells } from "../../src/cells";
import { campaignYear, schoolsOfCampaign } from "./register";

/** Columns that a sheet of Excel has. */
const widest = 16_384;

/** A way of keeping an inventory: makes its sheets, with about so many schools, prestations or machines. */
interface Layout {
  readonly make: (count: number) => readonly SheetCells[];
  /** The largest size that a sheet holds. */
  readonly most?: number;
}

/** Inventories of each layout, by what they are called. */
export const layouts: Readonly<Record<string, Layout>> = {
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
  "a text, by its characters": {
    make: (count) => [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", "Remarques"],
        ["Beure", `École ${" ".repeat(count)}du Bourg`, 80, 8, "RAS, ".repeat(count / 5)],
        ["Pirey", "École du Pont", 60, 6, `${"- ".repeat(count / 2)}RAS`],
      ]),
    ],
    most: 30_000,
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

const sheet = (name: string, rows: readonly (readonly Cell[])[]): SheetCells => sheetOfValues(name, rows, "parc.xlsx");
