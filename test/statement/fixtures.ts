import { Decimal } from "decimal.js";
import type { InventoryReading, Quantity, School, SheetRef, SourceCells } from "../../src/inventory";
import { defaultOptions } from "../../src/options";
import type { Options } from "../../src/options";
import type { Statement } from "../../src/statement";
import {
  builtInConvention,
  countingOf,
  type Campaign,
  type Commune,
  type Grid,
  type Nature,
  type TariffRow,
} from "../../src/tariff";
import { makeStatement } from "../at-once";

type Prices = readonly (string | null)[];

function row(code: string, prestation: string, unit: string, prices: Prices): TariffRow {
  const [installationCagb, installationCommune, maintenanceCagb, maintenanceCommune] = prices.map((price) =>
    price === null ? null : new Decimal(price),
  );
  return {
    code,
    prestation,
    unit,
    ...countingOf(code, unit),
    prices: {
      installation: { cagb: installationCagb!, commune: installationCommune! },
      maintenance: { cagb: maintenanceCagb!, commune: maintenanceCommune! },
    },
  };
}

/** The voted table, written again from the deliberation so that a slip in the built-in grid cannot hide here. */
export const grid: Grid = {
  id: "2014",
  act: "Délibération n° 58, récépissé préfectoral du 14 novembre 2014",
  votedOn: null,
  from: { year: 2014, month: 11, day: 1 },
  to: { year: 2016, month: 10, day: 31 },
  note: "",
  origin: "built-in",
  rows: [
    row("PORTAIL", "Accès Portail éducatif/enfant", "enfant", [null, null, "5.27", null]),
    row("PACK", "Pack logiciel / école", "école", ["895", null, "211", null]),
    row("SERVEUR_STD", "Serveur standard / école", "école", [null, "632", null, "263.33"]),
    row("POSTE_STD", "Poste client standard", "poste", [null, "31.60", null, "36.86"]),
    row("SERVEUR_SPEC", "Serveur spécifique", "serveur", [null, "947.96", null, "315.18"]),
    row("POSTE_SPEC", "Poste spécifique", "poste", [null, "84.26", null, "47.39"]),
    row("LOGICIEL_SPEC", "Logiciel spécifique", "logiciel", [null, "21.06", null, "10.53"]),
    row("PIECES", "Pièces détachées", "pièce", [null, "21.06", null, null]),
    row("IMPRIMANTE", "Imprimante jet encre", "imprimante", [null, null, null, "15.79"]),
  ],
};

/** A later grid: one row of it is borne by both payers. */
export const splitGrid: Grid = {
  ...grid,
  rows: [...grid.rows, row("TABLETTE", "Tablette", "tablette", ["10", "20", "1.50", "2.50"])],
};

export const campaign: Campaign = {
  year: 2014,
  snapshot: { year: 2014, month: 11, day: 1 },
  windowStart: { year: 2013, month: 11, day: 1 },
  convention: builtInConvention(2014),
};

export function commune(insee: string, name: string): Commune {
  return { insee, name, siren: `21${insee}00`, from: null, to: null };
}

export const chalezeule = commune("25112", "Chalezeule");
export const avanne = commune("25036", "Avanne-Aveney");
export const besancon = commune("25056", "Besançon");
export const mamirolle = commune("25364", "Mamirolle");
export const gratteris = commune("25297", "Le Gratteris");

export const parc: SheetRef = { file: "parc.xlsx", otherFile: null, name: "Parc 01.11.2014" };
export const effectifs: SheetRef = { file: "effectifs.xlsx", otherFile: "effectifs.xlsx", name: "Effectifs" };

export function cells(sheet: SheetRef, column: number, ...rows: number[]): SourceCells {
  return { sheet, column, rows };
}

export function school(host: Commune, name: string, rowIndex = 1): School {
  return { key: `${host.insee}|${name.toLowerCase()}`, commune: host, name, place: cells(parc, 1, rowIndex) };
}

/** `count` units, each prestation from its own column of the school's row. */
export function quantity(
  of: School,
  prestation: string,
  nature: Nature,
  count: number,
  sources: readonly SourceCells[] = [cells(parc, 4, of.place.rows[0]!)],
): Quantity {
  return { school: of, prestation, nature, quantity: count, sources };
}

export function quantities(of: School, counts: Readonly<Record<string, number>>): Quantity[] {
  return Object.entries(counts).map(([what, count]) => {
    const [prestation = "", nature = ""] = what.split(" ");
    return quantity(of, prestation, nature === "i" ? "installation" : "maintenance", count);
  });
}

export function reading(
  schools: readonly School[],
  all: readonly Quantity[],
  more: Partial<InventoryReading> = {},
): InventoryReading {
  return { schools, quantities: all, rows: [], mappings: [], numbers: [], anomalies: [], ...more };
}

/** School A: 112 pupils, pack already there, 14 standard machines of which 2 new… */
export const schoolA = school(chalezeule, "École élémentaire", 11);
export const countsA = {
  "PORTAIL m": 112,
  "PACK m": 1,
  "SERVEUR_STD m": 1,
  "POSTE_STD i": 2,
  "POSTE_STD m": 14,
  "POSTE_SPEC m": 1,
  "LOGICIEL_SPEC i": 1,
  "LOGICIEL_SPEC m": 2,
  "PIECES i": 3,
  "IMPRIMANTE m": 1,
};

/** School B joins this year: everything new. */
export const schoolB = school(avanne, "École du Parc", 12);
export const countsB = {
  "PORTAIL m": 57,
  "PACK i": 1,
  "PACK m": 1,
  "SERVEUR_STD i": 1,
  "SERVEUR_STD m": 1,
  "POSTE_STD i": 8,
  "POSTE_STD m": 8,
  "SERVEUR_SPEC i": 1,
  "SERVEUR_SPEC m": 1,
  "POSTE_SPEC i": 2,
  "POSTE_SPEC m": 2,
};

export const golden = reading([schoolB, schoolA], [...quantities(schoolA, countsA), ...quantities(schoolB, countsB)]);

export function stateOf(of: InventoryReading, options: Partial<Options> = {}, prices: Grid = grid): Statement {
  return makeStatement(of, prices, campaign, { ...defaultOptions, ...options });
}
