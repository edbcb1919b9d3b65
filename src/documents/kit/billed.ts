import { Decimal } from "decimal.js";
import { addTo } from "../../cells";
import {
  countedUnits,
  countsUnits,
  sum,
  type CommuneTotal,
  type Line,
  type Split,
  type Statement,
} from "../../statement";
import {
  isCreditor,
  natures,
  payers,
  type Grid,
  type Measure,
  type Nature,
  type Payer,
  type TariffRow,
} from "../../tariff";
import type { Place } from "./formula";
import { sayIn } from "./say";

/** The communes' parts first, when they are the subject. */
export const communesFirst = ["commune", "cagb"] as const satisfies readonly Payer[];

/** Returns whether documents show a part of the debtor: without an intermediary, only when a price is borne by it. */
export function hasDebtorPart({ campaign, grid }: Pick<Statement, "campaign" | "grid">): boolean {
  const isBorne = ({ prices }: TariffRow): boolean => natures.some((nature) => prices[nature].cagb !== null);
  return campaign.convention.debtor !== null || grid.rows.some(isBorne);
}

/** Returns the payers whose parts documents show, the communes first. */
export function payersIn(...statements: readonly Pick<Statement, "campaign" | "grid">[]): readonly Payer[] {
  return communesFirst.filter((payer) => payer === "commune" || statements.some(hasDebtorPart));
}

/** Returns whether a tariff has something that is counted so. */
export function isCounted({ rows }: Grid, measure: Measure): boolean {
  return rows.some(({ counts }) => counts === measure);
}

/** Returns the words for what a tariff bills in maintenance: « matériel et effectifs », or one of them. */
export function countedInService({ rows }: Grid): string {
  const maintained = rows.filter(({ prices }) => payers.some((payer) => prices.maintenance[payer] !== null));
  const ofPupils = maintained.filter(({ counts }) => counts === "pupils").length;
  if (ofPupils === 0) return "matériel";
  return ofPupils === maintained.length ? "effectifs" : "matériel et effectifs";
}

/** Returns what the department sends a commune that asks: « Le détail des machines vous est envoyé sur demande. » */
export function detailText({ grid }: Pick<Statement, "grid">): string {
  return `Le détail${isCounted(grid, "workstations") ? " des machines" : ""} vous est envoyé sur demande.`;
}

/** A base of the liquidation: the units of a prestation for one nature, at the price of one payer. */
export interface Basis {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly price: Decimal;
  readonly units: number;
  readonly amount: Decimal;
  /** False when nothing is billed on it. */
  readonly isBilled: boolean;
  /** False when a part of a shared school is left out of the titre: no product gives the rest. */
  readonly isProduct: boolean;
}

/** A base of the liquidation, and the cells of « Répartition » that show it. */
export interface PlacedBasis extends Basis {
  readonly places: Readonly<Record<"quantity" | "price" | "amount", Place>>;
}

/** Returns every base that the grid has a price for, in its order, installation before maintenance. */
export function basesOf(statement: Statement): Basis[] {
  const lines = new Map<string, Line[]>();
  for (const line of statement.lines) addTo(lines, basisKey(line), line);
  return statement.grid.rows.flatMap((tariff) =>
    natures.flatMap((nature) =>
      payers.flatMap((payer) => {
        const price = tariff.prices[nature][payer];
        return price === null
          ? []
          : [basisOf(tariff, nature, payer, price, lines.get(basisKey({ tariff, nature, payer })))];
      }),
    ),
  );
}

function basisOf(tariff: TariffRow, nature: Nature, payer: Payer, price: Decimal, lines: readonly Line[] = []): Basis {
  const units = lines.reduce((total, line) => total + countedUnits(line), 0);
  const amount = sum(lines.map((line) => line.amount));
  const isProduct = new Decimal(units).times(price).equals(amount);
  return { tariff, nature, payer, price, units, amount, isBilled: lines.length > 0, isProduct };
}

/** Returns the key of the basis that a line is counted in: « POSTE_STD maintenance commune ». */
export function basisKey({ tariff, nature, payer }: Pick<Line, "tariff" | "nature" | "payer">): string {
  return `${tariff.code} ${nature} ${payer}`;
}

/** Returns the amounts of a split, by the columns of a document that has one for each nature and payer. */
export function splitCells({ installation, maintenance }: Split): Record<`${Nature}-${Payer}`, Decimal> {
  return {
    "installation-cagb": installation.cagb,
    "installation-commune": installation.commune,
    "maintenance-cagb": maintenance.cagb,
    "maintenance-commune": maintenance.commune,
  };
}

/** Returns how many schools of a commune are billed for anything. */
export function billedSchools({ schools }: CommuneTotal): number {
  return schools.filter(({ lines }) => lines.length > 0).length;
}

/** Returns the communes that have a fiche: those with a school billed for anything. */
export function communesWithFiche({ byCommune }: Statement): readonly CommuneTotal[] {
  return byCommune.filter((total) => billedSchools(total) > 0);
}

/** Returns the units of some prestations in lines of a commune; those that it shares count whole, as on its fiche. */
export function unitsOf(lines: readonly Line[], nature: Nature, isOne: (tariff: TariffRow) => boolean): number {
  const counted = lines.filter((line) => line.nature === nature && countsUnits(line) && isOne(line.tariff));
  return counted.reduce((units, { quantity }) => units + quantity, 0);
}

/** Returns the lines of all schools of a commune. */
export function linesOf({ schools }: CommuneTotal): Line[] {
  return schools.flatMap(({ lines }) => lines);
}

/** Returns what a commune counts that the titre leaves out: the creditor's own, under an option. */
export function leftOutOf({ commune }: CommuneTotal, { besancon, campaign }: Statement): readonly Line[] {
  return isCreditor(commune, campaign.convention) ? besancon.leftOut : [];
}

/** Returns the pupils of a commune's schools, as its fiche shows them. */
export function pupilsOf(total: CommuneTotal): number {
  const lines = linesOf(total);
  const first = lines.find(({ tariff }) => tariff.counts === "pupils");
  return unitsOf(lines, "maintenance", ({ code }) => code === first?.tariff.code);
}

/** Returns why the schools of communes do not add up to the total when a key divides one of them; else null. */
export function sharedSchoolsNote({ byCommune, campaign, schools }: Statement): string | null {
  const rows = byCommune.reduce((total, commune) => total + billedSchools(commune), 0);
  return rows === schools
    ? null
    : sayIn(
        campaign,
      )`[Écoles] : [une école partagée|partagé est comptée|compté] dans [chacune|chacun des communes] qui [école:la|le] paient, et une seule fois dans le total.`;
}
