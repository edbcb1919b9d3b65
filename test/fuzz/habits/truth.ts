import { membersOf, type Commune } from "./communes";
import { Dice } from "./dice";

/** The prestations of equipment: PORTAIL is the headcount. */
export const equipment = [
  "PACK",
  "SERVEUR_STD",
  "POSTE_STD",
  "SERVEUR_SPEC",
  "POSTE_SPEC",
  "LOGICIEL_SPEC",
  "IMPRIMANTE",
  "PIECES",
] as const;
export type Equipment = (typeof equipment)[number];
export type Nature = "maintenance" | "installation";
type Counts = Record<Equipment, number>;

/** A school: what is in service on the snapshot, what was installed within the year before, and its pupils. */
export interface School {
  readonly commune: Commune;
  name: string;
  /** The number that the State gives it, its own. */
  readonly uai: string;
  /** By level, all above zero; they add up to `pupils`. */
  readonly levels: Record<string, number>;
  pupils: number;
  readonly service: Counts;
  readonly installed: Counts;
  /** Workstations installed within the year and withdrawn since: they are among the installed, not in service. */
  comeAndGone: number;
  /** Workstations withdrawn before the snapshot, installed before the year: they weigh on nothing. */
  readonly gone: number;
  /** True of one that is no longer billed (closed, merged, moved, outside the convention), though tables still show it. */
  closed?: boolean;
  /** True of one that stands on a sheet of its own. */
  apart?: boolean;
}

/** What is so, whatever a sheet looks like. */
export interface Truth {
  readonly campaign: number;
  /** In the order of their communes. */
  readonly schools: School[];
  /** False: no sheet shows a pack, and each school has one in maintenance. */
  readonly packsShown: boolean;
  /** The price of a pupil's access, where the workbook's own grid has another. */
  pupilPrice?: string;
}

export const kindergarten = ["PS", "MS", "GS"];
export const elementary = ["CP", "CE1", "CE2", "CM1", "CM2"];

const lonely = ["École primaire", "Groupe scolaire Jean Moulin", "École primaire Les Tilleuls", "Groupe scolaire"];
const couples: readonly (readonly string[])[] = [
  ["École maternelle", "École élémentaire"],
  ["École maternelle Les Vergers", "École élémentaire Les Vergers"],
  ["École maternelle du Centre", "École élémentaire Général Leclerc"],
  ["Centre", "Les Vergers"],
  ["École maternelle", "École élémentaire", "Groupe scolaire des Prés"],
];
const quarters = ["Arènes", "Butte", "Chaprais", "Fontaine-Écu", "Jean Macé", "Rivotte", "Saint-Claude", "Velotte"];

/** The schools that are billed. */
export const openSchools = ({ schools }: Truth): School[] => schools.filter(({ closed }) => closed !== true);

export const none = (): Counts => Object.fromEntries(equipment.map((code) => [code, 0])) as Counts;

/** A truth, from a seed. Every school has a workstation in service at least, and pupils. */
export function makeTruth(seed: number): Truth {
  const dice = new Dice(seed, "truth");
  const campaign = dice.one([2014, 2014, 2015]);
  const packsShown = dice.chance(0.7);
  const communes = dice.some(membersOf(campaign), dice.whole(2, 8));
  communes.sort(([, a], [, b]) => a.localeCompare(b, "fr"));
  const schools = communes.flatMap((commune) =>
    namesIn(commune, dice).map((name, index) => school(commune, name, uaiOf(commune, index), packsShown, dice)),
  );
  if (packsShown) schools[0]!.service.PACK = 1;
  return { campaign, schools, packsShown };
}

function namesIn([, commune]: Commune, dice: Dice): readonly string[] {
  if (commune === "Besançon")
    return dice.some(quarters, 3).flatMap((name) => [`École maternelle ${name}`, `École élémentaire ${name}`]);
  return dice.chance(0.45) ? dice.one(couples) : [dice.one(lonely)];
}

/** « 0250112A »: one for each school of a commune. */
export const uaiOf = ([insee]: Commune, index: number): string => `0250${insee.slice(2)}${"ABCDEFGHJK"[index % 10]}`;

function school(commune: Commune, name: string, uai: string, packsShown: boolean, dice: Dice): School {
  const levels = Object.fromEntries(levelsOf(name).map((level) => [level, dice.whole(4, 24)]));
  const service = none();
  const installed = none();
  service.POSTE_STD = dice.whole(1, 36);
  service.SERVEUR_STD = dice.chance(0.8) ? 1 : 0;
  if (packsShown) service.PACK = dice.chance(0.9) ? 1 : 0;
  service.SERVEUR_SPEC = dice.chance(0.15) ? 1 : 0;
  service.POSTE_SPEC = dice.chance(0.5) ? dice.whole(1, 5) : 0;
  service.LOGICIEL_SPEC = dice.chance(0.5) ? dice.whole(1, 6) : 0;
  service.IMPRIMANTE = dice.chance(0.6) ? dice.whole(1, 3) : 0;
  if (dice.chance(0.55)) installed.POSTE_STD = dice.whole(1, Math.min(9, service.POSTE_STD));
  for (const code of ["PACK", "SERVEUR_STD", "SERVEUR_SPEC", "POSTE_SPEC", "LOGICIEL_SPEC"] as const)
    if (service[code] > 0 && dice.chance(0.2)) installed[code] = dice.whole(1, service[code]);
  if (dice.chance(0.35)) installed.PIECES = dice.whole(1, 6);
  const comeAndGone = dice.chance(0.08) ? dice.whole(1, 2) : 0;
  installed.POSTE_STD += comeAndGone;
  const pupils = Object.values(levels).reduce((sum, count) => sum + count, 0);
  return {
    commune,
    name,
    uai,
    levels,
    pupils,
    service,
    installed,
    comeAndGone,
    gone: dice.chance(0.3) ? dice.whole(1, 4) : 0,
  };
}

/** The levels that a school of that name has. */
function levelsOf(name: string): readonly string[] {
  if (/maternelle/i.test(name)) return kindergarten;
  if (/élémentaire/i.test(name)) return elementary;
  return [...kindergarten, ...elementary];
}
