import type { Decimal } from "decimal.js";
import { sum, type ComparedCommune, type Comparison } from "../../statement";
import { formulaOf, same, sumOf, type FormulaSource, type Place } from "../kit/formula";
import { effectNames, effectTitles, type EffectName } from "./analysis-context";

/** What leads from one titre to the next: an effect, or the schools of communes where some came and some went, told together. */
export interface Movement {
  readonly kind: EffectName | "matched";
  readonly title: string;
  readonly change: Decimal;
}

/** « à rapprocher ? »: of a commune where schools came and schools went. They may be the same ones, under other names. */
export const toMatch = "écoles à rapprocher\u00a0?";

/** Returns whether a commune has a school billed the first time only, and another the second time only. */
export function isToMatch({ schools }: Pick<ComparedCommune, "schools">): boolean {
  return (["arrived", "departed"] as const).every((wanted) => schools.some(({ presence }) => presence === wanted));
}

/**
 * Returns the effects in the order in which they are shown. Schools that came and went in one commune are their net, apart: each
 * alone would tell of a move that a new name may have made. They add up to the difference as the effects do.
 */
export function movementsOf({ total, communes }: Comparison): Movement[] {
  const matched = communes.filter(isToMatch);
  const of = (effect: EffectName) => sum(matched.map((commune) => commune.total[effect]));
  const effects = effectNames.map((effect): Movement => {
    const isMove = effect === "arrivals" || effect === "departures";
    return {
      kind: effect,
      title: effectTitles[effect],
      change: isMove ? total[effect].minus(of(effect)) : total[effect],
    };
  });
  if (matched.length === 0) return effects;
  const net = of("arrivals").plus(of("departures"));
  return [...effects, { kind: "matched", title: "Écoles à rapprocher\u00a0? (net)", change: net }];
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
