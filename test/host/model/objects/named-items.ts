import { HostError, type Wire } from "../../host-object";
import { absolute, normalised, sameName } from "../formula/references";
import type { Area } from "../state/area";
import type { HostBook } from "../state/book";
import { HostName, isValidName } from "../state/name";
import type { HostSheet } from "../state/sheet";
import { checkedFormula } from "../state/write-cells";
import {
  booleanOf,
  defineClass,
  required,
  stateOf,
  textOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { addressOf, areaOfFormula } from "./places";
import { range } from "./range";
import { valuesOf } from "./range-reads";
import { worksheet } from "./worksheet";

/** The names of the workbook, or those of one of its sheets. */
interface Scope {
  readonly book: HostBook;
  readonly scope: HostSheet | null;
}

interface Item extends Scope {
  readonly name: HostName;
}

const listOf = ({ book, scope }: Scope): HostName[] => (scope === null ? book.names : scope.names);
const itemOf = (scope: Scope, name: HostName): ModelObject<Item> => namedItem({ ...scope, name });

/** What a list holds: its own names, and others in some Excels. */
function toldIn(scope: Scope): ModelObject<Item>[] {
  const { book } = scope;
  const own = listOf(scope).map((name) => itemOf(scope, name));
  const of = (others: readonly Scope[]) => others.flatMap((other) => listOf(other).map((name) => itemOf(other, name)));
  if (scope.scope !== null) return book.namesTold === "with-workbook" ? [...own, ...of([{ book, scope: null }])] : own;
  return book.namesTold === "with-sheets" ? [...own, ...of(book.sheets.map((sheet) => ({ book, scope: sheet })))] : own;
}

function find(scope: Scope, key: Argument): ModelObject<Item> | null {
  const name = typeof key === "string" ? listOf(scope).find((one) => sameName(one.name, key)) : undefined;
  return name === undefined ? null : itemOf(scope, name);
}

function add(scope: Scope, given: Argument, reference: Argument, comment: Argument): ModelObject<Item> {
  const name = textOf(given, "name");
  if (scope.book.addingNamesNeedsFront && scope.book.anotherInFront) throw new HostError("ItemNotFound");
  if (!isValidName(name)) throw new HostError("InvalidArgument", `« ${name} » is no name for a range.`);
  if (find(scope, name) !== null) throw new HostError("ItemAlreadyExists", `The name « ${name} » is there already.`);
  // The name of the sheet that shows passes for the workbook's (tracker 2875).
  if (scope.scope === null && scope.book.active.names.some((one) => sameName(one.name, name)))
    throw new HostError("ItemAlreadyExists", `The sheet that shows has a name « ${name} ».`);
  const item = new HostName(name, scope.scope, formulaFrom(scope, reference));
  item.isNew = true;
  if (typeof comment === "string") item.comment = comment;
  listOf(scope).push(item);
  scope.book.calculation.changedNames();
  return itemOf(scope, item);
}

/** A range, or a text that is a formula with its `=`, or a constant. */
function formulaFrom({ book, scope }: Scope, reference: Argument): string {
  const area = stateOf<Area>(reference, "Range");
  if (area !== undefined) return absolute(area.sheet.name, area);
  if (typeof reference === "number" || typeof reference === "boolean") return String(reference).toUpperCase();
  const text = textOf(reference, "reference");
  if (!text.startsWith("=")) return `"${text.replaceAll('"', '""')}"`;
  return normalised(checkedFormula(scope ?? book.active, text.slice(1)), (name) => book.findSheet(name)?.name ?? null);
}

/** What a name gives: the address of its range, or its constant. */
function valueOf({ book, name }: Item): Wire {
  const area = areaOfFormula(book, name.formula);
  if (area !== null) return addressOf(area);
  const text = /^"((?:[^"]|"")*)"$/.exec(name.formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (name.formula.includes("#REF!")) return "#REF!";
  return Number.isNaN(Number(name.formula)) ? name.formula : Number(name.formula);
}

function typeOf(item: Item): string {
  if (areaOfFormula(item.book, item.name.formula) !== null) return "Range";
  const value = valueOf(item);
  return value === "#REF!" ? "Error" : typeof value === "number" ? "Double" : "String";
}

function areaOf({ book, name }: Item): Area | null {
  return areaOfFormula(book, name.formula);
}

const namedItem: ObjectOf<Item> = defineClass<Item>("NamedItem", {
  id: ({ name }) => name.name,
  present: (item) => {
    if (item.scope?.isDeleted === true || !listOf(item).includes(item.name)) throw new HostError("ItemNotFound");
  },
  get: {
    name: ({ name }) => name.name,
    formula: ({ name }) => `=${name.formula}`,
    value: (item) => valueOf(item),
    type: (item) => typeOf(item),
    visible: ({ name }) => name.visible,
    comment: ({ name }) => name.comment,
    scope: ({ scope }) => (scope === null ? "Workbook" : "Worksheet"),
  },
  set: {
    visible: ({ name }, value) => {
      const isVisible = booleanOf(value, "visible");
      // Hiding was seen to work of a name just added, and to do nothing, without a refusal, of another one (tracker 3878, 3949).
      if (isVisible || name.isNew) name.visible = isVisible;
    },
    comment: ({ name }, value) => void (name.comment = textOf(value, "comment")),
    formula: (item, value) => {
      item.name.formula = formulaFrom(item, value);
      // A hidden name was seen again once its formula was set (tracker 3949).
      item.name.visible = true;
      item.name.isNew = false;
      item.book.calculation.changedNames();
    },
  },
  navigate: {
    worksheet: ({ scope }) => {
      if (scope === null) throw new HostError("InvalidOperation", "The name belongs to the workbook.");
      return worksheet(scope);
    },
    worksheetOrNullObject: ({ scope }) => (scope === null ? null : worksheet(scope)),
    arrayValues: (item) => arrayValues(item),
  },
  call: {
    getRange: (item) => {
      const area = areaOf(item);
      if (area === null) throw new HostError("InvalidOperation", "The name is no range.");
      return range(area);
    },
    getRangeOrNullObject: (item) => {
      const area = areaOf(item);
      return area === null ? null : range(area);
    },
    delete: (item) => {
      listOf(item).splice(listOf(item).indexOf(item.name), 1);
      item.book.calculation.changedNames();
    },
  },
});

const arrayValues = defineClass<Item>("NamedItemArrayValues", {
  get: {
    values: (item) => {
      const area = areaOf(item);
      return area === null ? [[valueOf(item)]] : valuesOf(area);
    },
  },
});

export const namedItems = defineClass<Scope>("NamedItemCollection", {
  present: ({ book, scope }) => {
    if (scope !== null && book.namesNeedFront) book.assertInFront("InvalidSelection");
  },
  items: (scope) => toldIn(scope),
  item: (scope, key) => required(find(scope, key)),
  call: {
    add: (scope, name, reference, comment) => add(scope, name, reference, comment),
    getCount: (scope) => ({ value: listOf(scope).length }),
    getItem: (scope, key) => required(find(scope, key)),
    getItemOrNullObject: (scope, key) => find(scope, key),
  },
});
