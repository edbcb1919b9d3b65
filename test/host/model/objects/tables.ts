import { HostError, type Wire } from "../../host-object";
import { meets, type Area } from "../state/area";
import type { HostBook } from "../state/book";
import { isValidName } from "../state/name";
import type { HostSheet } from "../state/sheet";
import { HostTable } from "../state/table";
import { sameName } from "../formula/references";
import { booleanOf, defineClass, required, textOf, type Argument, type ModelObject, type ObjectOf } from "./define";
import { writableSheet } from "./guards";
import { areaFrom, areaOf } from "./places";
import { range } from "./range";
import { worksheet } from "./worksheet";

/** The tables of the workbook, or those of one sheet. */
interface Scope {
  readonly book: HostBook;
  readonly sheet: HostSheet | null;
}

const listOf = ({ book, sheet }: Scope): readonly HostTable[] => (sheet === null ? book.allTables() : sheet.tables);

function find(scope: Scope, key: Argument): ModelObject<HostTable> | null {
  const found = listOf(scope).find(
    ({ id, name }) => id === String(key as Wire) || (typeof key === "string" && sameName(name, key)),
  );
  return found === undefined ? null : table(found);
}

function add({ book, sheet }: Scope, address: Argument, hasHeaders: Argument): ModelObject<HostTable> {
  const area = areaFrom(sheet ?? book.active, address);
  const on = area.sheet;
  writableSheet(on);
  const isTaken = on.tables.some(({ block }) => meets(block, area));
  if (isTaken || on.merges.some((block) => meets(block, area)))
    throw new HostError("InvalidArgument", "A table neither overlaps another one nor holds merged cells.");
  if (!booleanOf(hasHeaders, "hasHeaders")) throw new HostError("NotImplemented", "A table without headers");
  const id = book.newId("table");
  let name = `Tableau${id}`;
  for (let number = Number(id) + 1; isNameTaken(book, name); number++) name = `Tableau${number}`;
  const { top, left, bottom, right } = area;
  const added = new HostTable(id, name, on, { top, left, bottom: Math.max(bottom, top + 1), right });
  on.tables.push(added);
  return table(added);
}

function isNameTaken(book: HostBook, name: string, self?: HostTable): boolean {
  return (
    book.allTables().some((other) => other !== self && sameName(other.name, name)) ||
    book.names.some((other) => sameName(other.name, name))
  );
}

function rename(self: HostTable, value: Wire): void {
  const name = textOf(value, "name");
  if (!isValidName(name)) throw new HostError("InvalidArgument", `« ${name} » is no name for a table.`);
  if (isNameTaken(self.sheet.book, name, self)) throw new HostError("ItemAlreadyExists");
  self.name = name;
}

const areaIn = ({ sheet, block }: HostTable, change: Partial<Area>): Area => ({ ...areaOf(sheet, block), ...change });

const table: ObjectOf<HostTable> = defineClass<HostTable>("Table", {
  id: ({ id }) => id,
  present: (self) => {
    if (self.sheet.isDeleted || !self.sheet.tables.includes(self)) throw new HostError("ItemNotFound");
  },
  writable: ({ sheet }) => writableSheet(sheet),
  writes: ["delete", "convertToRange", "resize"],
  get: {
    id: ({ id }) => id,
    legacyId: ({ id }) => id,
    name: ({ name }) => name,
    showFilterButton: (self) => self.showFilterButton,
    showHeaders: (self) => self.showHeaders,
    showTotals: (self) => self.showTotals,
    style: (self) => self.style,
    showBandedRows: () => true,
    showBandedColumns: () => false,
    highlightFirstColumn: () => false,
    highlightLastColumn: () => false,
  },
  set: {
    name: rename,
    showFilterButton: (self, value) => void (self.showFilterButton = booleanOf(value, "showFilterButton")),
    style: (self, value) => void (self.style = textOf(value, "style")),
  },
  navigate: { worksheet: ({ sheet }) => worksheet(sheet) },
  call: {
    getRange: (self) => range(areaIn(self, {})),
    getHeaderRowRange: (self) => range(areaIn(self, { bottom: self.block.top })),
    getDataBodyRange: (self) => range(areaIn(self, { top: self.block.top + 1 })),
    resize: (self, address) => {
      const { top, left, bottom, right } = areaFrom(self.sheet, address);
      self.block = { top, left, bottom, right };
    },
    delete: (self) => {
      self.sheet.grid.clearContents(self.block);
      self.sheet.tables.splice(self.sheet.tables.indexOf(self), 1);
      self.sheet.book.changed(self.sheet, self.block);
    },
    convertToRange: (self) => {
      self.sheet.tables.splice(self.sheet.tables.indexOf(self), 1);
      return range(areaIn(self, {}));
    },
  },
});

export const tableCollection = defineClass<Scope>("TableCollection", {
  get: { count: (scope) => listOf(scope).length },
  items: (scope) => listOf(scope).map((one) => table(one)),
  item: (scope, key) => required(find(scope, key)),
  call: {
    add: (scope, address, hasHeaders) => add(scope, address, hasHeaders),
    getCount: (scope) => ({ value: listOf(scope).length }),
    getItem: (scope, key) => required(find(scope, key)),
    getItemOrNullObject: (scope, key) => find(scope, key),
  },
});
