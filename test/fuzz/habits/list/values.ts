import { tablesOf, type Cell, type Drawing } from "../model";
import type { Equipment } from "../truth";
import type { Dice } from "../dice";
import { mayRefuse, read, type Habit } from "./habit";
import { isForm, isOn, numbersOf, quantitiesOf, type Quantity } from "./tools";

/** Quantities left blank in a table where others are written: not in a list of what there is; a formula without a result is none. */
const blanks = (drawing: Drawing): Quantity[] =>
  quantitiesOf(drawing).filter(({ cell: { value, formula } }) => value === null && formula === undefined);

const zero = (name: string, value: Cell["value"]): Habit =>
  read({
    name: `zero-${name}`,
    class: "harmless",
    aspect: "zeros",
    stage: 4,
    fits: (drawing) => drawing.layout !== "long" && blanks(drawing).length > 0,
    draw(drawing) {
      for (const { cell } of blanks(drawing)) cell.value = value;
    },
  });

const zeros = [
  zero("number", 0),
  zero("hyphen", "-"),
  zero("dash", "–"),
  zero("long-dash", "—"),
  zero("slash", "/"),
  zero("neant", "néant"),
  zero("neant-upper", "NÉANT"),
  zero("aucun", "aucun"),
  zero("so", "s.o."),
  zero("sans-objet", "sans objet"),
];

/** Another way to write a part of the numbers. */
const written = (
  name: string,
  className: string,
  to: (quantity: Quantity, dice: Dice) => void,
  of: (quantity: Quantity) => boolean = () => true,
): Habit =>
  read({
    name: `number-${name}`,
    class: className,
    aspect: "quantities",
    stage: 4,
    fits: (drawing) => numbersOf(drawing).some(of),
    draw(drawing, dice) {
      for (const quantity of numbersOf(drawing)) if (of(quantity) && dice.chance(0.4)) to(quantity, dice);
    },
  });

const units: Partial<Record<Equipment, readonly string[]>> = {
  POSTE_STD: ["postes", "PC"],
  POSTE_SPEC: ["postes"],
  LOGICIEL_SPEC: ["logiciels"],
  IMPRIMANTE: ["imprimantes"],
};
const unitOf = ({ column: { prestation }, cell: { value } }: Quantity): readonly string[] | undefined =>
  Number(value) < 2 || prestation === undefined ? undefined : units[prestation];

const numbers = [
  written("as-text", "harmless", ({ cell }) => (cell.value = String(cell.value))),
  written("text-with-spaces", "harmless", ({ cell }) => (cell.value = ` ${cell.value}\u00a0`)),
  written("decimal-comma", "harmless", ({ cell }) => (cell.value = `${cell.value},0`)),
  written("star", "harmless", ({ cell }) => (cell.value = `${cell.value}*`)),
  written("about", "harmless", ({ cell }) => (cell.value = `≈${cell.value}`)),
  written(
    "with-unit",
    "harmless",
    (quantity, dice) => (quantity.cell.value = `${quantity.cell.value} ${dice.one(unitOf(quantity)!)}`),
    (quantity) => unitOf(quantity) !== undefined,
  ),
  written("formula", "harmless", ({ cell }) => (cell.formula = `${Number(cell.value) - 1}+1`)),
  written("in-a-date-format", "S14", ({ cell }) => (cell.format = "dd/mm/yyyy")),
];

/** A column of the school's one pack or server, in words. */
const inWords = (name: string, yes: string, no: string | null): Habit =>
  read({
    name: `yes-${name}`,
    class: "harmless",
    aspect: "packs",
    stage: 4,
    fits: (drawing) =>
      isOn("wide", "grouped", "commune-titles", "across-named", "kinds", "tabs")(drawing) && once(drawing).length > 0,
    draw(drawing) {
      for (const { cell } of once(drawing)) cell.value = cell.value === null ? no : yes;
    },
  });

const once = (drawing: Drawing): Quantity[] =>
  quantitiesOf(drawing).filter(
    ({ prestation, cell: { value, formula } }) =>
      (prestation === "PACK" || prestation === "SERVEUR_STD") &&
      formula === undefined &&
      (value === null || value === 1),
  );

const words = [
  inWords("oui-non", "oui", "non"),
  inWords("oui", "Oui", null),
  inWords("x", "x", null),
  inWords("check", "✓", null),
  inWords("o-n", "oui", "N"),
];

/** What a person cannot tell, on one quantity. */
const accident = (
  name: string,
  to: (quantity: Quantity, dice: Dice) => void,
  of: (quantity: Quantity) => boolean = () => true,
): Habit =>
  mayRefuse({
    name: `accident-${name}`,
    class: "accident",
    aspect: "quantities",
    stage: 4,
    fits: (drawing) => numbersOf(drawing).some(of),
    draw(drawing, dice) {
      const quantity = dice.one(numbersOf(drawing).filter(of));
      to(quantity, dice);
      quantity.cell.wrong = true;
    },
  });

const text = (name: string, to: (value: number) => string): Habit =>
  accident(name, ({ cell }) => (cell.value = to(Number(cell.value))));
const accidents = [
  accident("date-for-a-fraction", ({ cell }) => Object.assign(cell, { value: 41_641, format: "d-mmm" })),
  accident("date-without-format", ({ cell }) => (cell.value = 41_944)),
  accident("formula-without-result", ({ cell }) => Object.assign(cell, { formula: "SUM(Z1:Z3)", value: null })),
  accident("negative", ({ cell }) => (cell.value = -Number(cell.value))),
  accident("fraction", ({ cell }) => (cell.value = Number(cell.value) + 0.5)),
  text("broken", (value) => `${value} HS`),
  text("added", (value) => `${Math.max(0, value - 2)}+${Math.min(2, value)}`),
  text("doubt", (value) => `${value} ?`),
  text("of-which", (value) => `${value} (dont 1 HS)`),
  text("not-communicated", () => "NC"),
  text("many", () => "beaucoup"),
  text("letter-l", () => "l2"),
  text("letter-o", () => "O"),
];

const tooMany = mayRefuse({
  name: "accident-implausible",
  class: "accident",
  aspect: "quantities",
  stage: 1,
  prepare({ schools }) {
    schools.at(-1)!.service.POSTE_STD = 312;
  },
  fits: (drawing) => !/register|glpi/.test(drawing.layout),
  draw() {},
});

/** One quantity over two schools, their sum. */
const mergedQuantity = mayRefuse({
  name: "accident-quantity-over-two-schools",
  class: "S16",
  aspect: "quantities",
  stage: 4,
  fits: (drawing) => isOn("wide", "grouped", "two-sheets")(drawing) && neighbours(drawing) !== null,
  draw(drawing) {
    const [first, second] = neighbours(drawing)!;
    first.cell.value = Number(first.cell.value) + Number(second.cell.value);
    second.cell.value = null;
    first.table.merged.push({ from: first.row, to: second.row, column: first.column });
  },
});

function neighbours(drawing: Drawing): readonly [Quantity, Quantity] | null {
  for (const first of numbersOf(drawing)) {
    const next = first.table.rows[first.table.rows.indexOf(first.row) + 1];
    const second = numbersOf(drawing).find(({ row, column }) => row === next && column === first.column);
    if (second !== undefined && !isForm(first.table)) return [first, second];
  }
  return null;
}

const headcountAccident = mayRefuse({
  name: "accident-pupils-as-a-date",
  class: "accident",
  aspect: "headcounts",
  stage: 4,
  fits: (drawing) => pupilsOf(drawing).length > 0,
  draw(drawing, dice) {
    Object.assign(dice.one(pupilsOf(drawing)), { value: 41_700, format: "dd/mm/yyyy", wrong: true });
  },
});

const pupilsOf = (drawing: Drawing): Cell[] =>
  tablesOf(drawing).flatMap((table) => {
    const index = table.columns.findIndex(({ role }) => role === "headcount");
    return index === -1 ? [] : table.rows.filter(({ kind }) => kind === "data").map(({ cells }) => cells[index]!);
  });

export const valueHabits: readonly Habit[] = [...zeros, ...numbers, ...words];
export const accidentHabits: readonly Habit[] = [...accidents, tooMany, mergedQuantity, headcountAccident];
