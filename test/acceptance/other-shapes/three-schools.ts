import type { SheetSpec } from "../../inventory/workbook-of";
import { bill } from "../../fuzz/bill";
import { workbook } from "../../inventory/workbook-of";
import { installed, kept } from "../several-tables/prices";

// Three schools of two communes: what every shape here writes, and what it comes to.

/** Pupils, packs, standard servers, workstations, and those installed during the year. */
export const schools = [
  {
    commune: "Amagney",
    name: "École primaire",
    pupils: 50,
    pack: 1,
    server: 1,
    posts: 10,
    newServer: null,
    newPosts: 3,
  },
  {
    commune: "Beure",
    name: "École maternelle",
    pupils: 40,
    pack: 1,
    server: null,
    posts: 4,
    newServer: null,
    newPosts: null,
  },
  {
    commune: "Beure",
    name: "École élémentaire",
    pupils: 60,
    pack: 1,
    server: 1,
    posts: 12,
    newServer: 1,
    newPosts: null,
  },
] as const;

export type OneSchool = (typeof schools)[number];

/** The three schools' values of one kind, in their order. */
export function across<Key extends keyof OneSchool>(key: Key): OneSchool[Key][] {
  return schools.map((school) => school[key]);
}

/** What the CAGB bears: 50 + 40 + 60 pupils, and a pack kept in each school. */
const cagb = (50 + 40 + 60) * kept.portail + 3 * kept.pack;
const keptByCommunes = 2 * kept.server + (10 + 4 + 12) * kept.post;

/** What is in service. */
export const inService = { cagb, communes: keptByCommunes, errors: [] as string[] };

/** What is in service, 3 workstations installed at Amagney and a server at Beure. */
export const withInstallations = {
  cagb,
  communes: keptByCommunes + 3 * installed.post + installed.server,
  errors: [] as string[],
};

/** What the sheets of one workbook bill in the campaign of 2014: amounts in cents, and every error as « code Feuille!A1 ». */
export function billed(...sheets: SheetSpec[]): { cagb: number; communes: number; errors: string[] } {
  const { json, reading } = bill(workbook(sheets), 2014);
  const cents = (amount: string): number => Number(amount.replace(".", ""));
  return {
    cagb: cents(json.cagb),
    communes: cents(json.communes),
    errors: reading.anomalies
      .filter(({ severity }) => severity === "error")
      .map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`),
  };
}
