import type { Decimal } from "decimal.js";
import { sum, type ComparedCommune, type Comparison } from "../../statement";
import { formulaOf, same, sumOf, type FormulaSource, type Place } from "../kit/formula";
import { effectNames, effectTitles, type EffectName } from "./analysis-context";

/** What leads from one titre to the next: an effect, or the schools of communes where some came and some went, told together. */
export interface Movement {
  readonly kind: EffectName | "matched";
  readonly title: string;
  /** « du fait … » */
  readonly cause: string;
  readonly change: Decimal;
}

/** « à rapprocher ? »: of a commune where schools came and schools went. They may be the same ones, under other names. */
export const toMatch = "écoles à rapprocher\u00a0?";

/** Returns whether a commune has a school billed the first time only, and another the second time only. */
export function isToMatch({ schools }: Pick<ComparedCommune, "schools">): boolean {
  return (["arrived", "departed"] as const).every((wanted) => schools.some(({ presence }) => presence === wanted));
}

const causes: Readonly<Record<EffectName, string>> = {
  quantities: "des quantités",
  prices: "des tarifs",
  arrivals: "des écoles arrivées",
  departures: "des écoles qui ne sont plus facturées",
};

/** What came and went in communes that have nothing to match: all of it has its own name. */
const otherMoves = {
  arrivals: { title: "Autres écoles arrivées", cause: "d’autres écoles arrivées" },
  departures: { title: "Autres fins de facturation", cause: "d’autres écoles qui ne sont plus facturées" },
} as const;

/**
 * Returns the effects in the order in which they are shown. Schools that came and went in one commune are their net, apart: each
 * alone would tell of a move that a new name may have made. They add up to the difference as the effects do.
 */
export function movementsOf({ total, communes }: Comparison): Movement[] {
  const matched = communes.filter(isToMatch);
  const of = (effect: EffectName) => sum(matched.map((commune) => commune.total[effect]));
  const effect = (kind: EffectName): Movement => ({
    kind,
    title: effectTitles[kind],
    cause: causes[kind],
    change: total[kind],
  });
  if (matched.length === 0) return effectNames.map(effect);
  const other = (kind: keyof typeof otherMoves): Movement => ({
    kind,
    ...otherMoves[kind],
    change: total[kind].minus(of(kind)),
  });
  const net = of("arrivals").plus(of("departures"));
  return [
    effect("quantities"),
    effect("prices"),
    { kind: "matched", title: "Écoles à rapprocher (net)", cause: "d’écoles à rapprocher", change: net },
    other("arrivals"),
    other("departures"),
  ];
}

/** How many schools are to be matched: those of the first campaign, those of the second, and in how many communes. */
interface SchoolsToMatch {
  readonly before: number;
  readonly after: number;
  readonly communes: number;
}

/** Returns how many schools are to be matched, a shared one once; null where there is none. */
export function schoolsToMatch({ communes }: Comparison): SchoolsToMatch | null {
  const matched = communes.filter(isToMatch);
  if (matched.length === 0) return null;
  const counted = new Map(
    matched.flatMap(({ commune, schools }) =>
      schools.map((school) => [`${(school.host ?? commune).insee} ${school.name}`, school] as const),
    ),
  );
  const count = (wanted: "arrived" | "departed", side: "before" | "after") =>
    [...counted.values()]
      .filter(({ presence }) => presence === wanted)
      .reduce((total, school) => total + school.count[side], 0);
  return { before: count("departed", "before"), after: count("arrived", "after"), communes: matched.length };
}

type MoveCells = Readonly<Record<"arrivals" | "departures", Place>>;

/**
 * The formula of a movement. `effects`: the cells of the titre; `matched`: asked once the page is finished, those of the
 * communes whose schools are told together, none where there are none.
 */
export function movementFormula(
  { kind }: Movement,
  effects: Readonly<Record<EffectName, Place>>,
  matched: () => readonly MoveCells[],
): FormulaSource {
  if (kind === "quantities" || kind === "prices") return same(effects[kind]);
  return () => {
    const cells = matched();
    if (kind === "matched") return sumOf(...cells.map((at) => at.arrivals), ...cells.map((at) => at.departures));
    if (cells.length === 0) return same(effects[kind]);
    return formulaOf`${effects[kind]}-${sumOf(...cells.map((at) => at[kind]))}`;
  };
}
