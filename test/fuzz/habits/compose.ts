import { billOf, type Bill } from "./bill";
import { Dice } from "./dice";
import { layouts } from "./draw";
import { habits, type Habit, type Must } from "./list";
import type { Drawing } from "./model";
import { makeTruth } from "./truth";

/** A layout and the habits had on it, by name. */
interface Composition {
  readonly seed: number;
  readonly layout: string;
  readonly habits: readonly string[];
}

/** A workbook drawn, what is due, and whether it must be read. */
export interface Composed {
  readonly composition: Composition;
  readonly drawing: Drawing;
  readonly bill: Bill;
  readonly must: Must;
}

const strictness: readonly Must[] = ["must-ask", "may-refuse"];

const byName = new Map(habits.map((habit) => [habit.name, habit]));

/** Which habits a seed may have: a part of a name that one must have. */
interface Among {
  readonly habit?: string | undefined;
}

/** The layout and the one to five habits of a seed. */
export function composeSeed(seed: number, { habit: part }: Among = {}): Composed {
  const dice = new Dice(seed, "composition");
  const layout = dice.one(layouts).name;
  const wanted = dice.whole(1, 5);
  const chosen: Habit[] = [];
  /** Most workbooks must be read: some have one habit that a person would be asked about. */
  const isAsked = dice.chance(0.35);
  const shuffled = dice.shuffled(habits);
  const wantedFirst = part === undefined ? [] : shuffled.filter(({ name }) => name.includes(part));
  for (const habit of [...wantedFirst, ...shuffled]) {
    if (chosen.length === wanted) break;
    const isFirst = chosen.length === 0 && wantedFirst.includes(habit);
    if (habit.must !== "read" && !isFirst && (!isAsked || chosen.some(({ must }) => must !== "read"))) continue;
    if (chosen.some(({ aspect }) => aspect === habit.aspect)) continue;
    const next = [...chosen, habit];
    if (compose({ seed, layout, habits: next.map(({ name }) => name) }).composition.habits.length === next.length)
      chosen.push(habit);
  }
  return compose({ seed, layout, habits: chosen.map(({ name }) => name) });
}

/** Draws a composition; a habit that does not fit is left out of it, with what it would have made of the truth. */
export function compose(composition: Composition): Composed {
  const composed = draw(composition);
  const { habits: had } = composed.composition;
  return had.length === composition.habits.length ? composed : compose({ ...composition, habits: had });
}

function draw({ seed, layout: layoutName, habits: names }: Composition): Composed {
  const layout = layouts.find(({ name }) => name === layoutName);
  if (layout === undefined) throw new Error(`No layout ${layoutName}.`);
  const dice = new Dice(seed, "drawing");
  const chosen = names.map((name) => {
    const habit = byName.get(name);
    if (habit === undefined) throw new Error(`No habit ${name}.`);
    return habit;
  });
  const truth = makeTruth(seed);
  for (const habit of chosen) habit.prepare?.(truth, dice.of(`${habit.name}/truth`));
  const drawing = layout.draw(truth, dice.of(layout.name));
  const had: Habit[] = [];
  for (const habit of chosen.toSorted((one, other) => one.stage - other.stage)) {
    if (!habit.fits(drawing)) continue;
    habit.draw(drawing, dice.of(habit.name));
    had.push(habit);
  }
  return {
    composition: { seed, layout: layoutName, habits: had.map(({ name }) => name) },
    drawing,
    bill: billOf(truth),
    must: strictness.find((must) => had.some((habit) => habit.must === must)) ?? "read",
  };
}

/** A habit alone, on the first layout and seed that it fits; null where none does. */
export function composeAlone(habit: Habit, layoutName: string, firstSeed: number, tries = 12): Composed | null {
  for (let seed = firstSeed; seed < firstSeed + tries; seed++) {
    const composed = compose({ seed, layout: layoutName, habits: [habit.name] });
    if (composed.composition.habits.length === 1) return composed;
  }
  return null;
}
