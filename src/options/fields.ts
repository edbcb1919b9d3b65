import { columnName, parseCellName, type Cell } from "../cells";
import { inside, type CommandCode, type JsonObject, type MessageCode } from "../messages";
import { isRowNumber, isYear, plainCellName, type OptionRow, type OptionsJson, type Wordings } from "./sources";
import type { SetAsideRow } from "./types";

/** A field of an option: its column in the sheet, and its form in the file and in the sheet. */
export interface Field<T, Item = object> {
  readonly column: number;
  /** Whether it may be left out of the file. */
  readonly optional?: boolean;
  /** Faults of a file are reported by rank, then by column. */
  readonly rank: number;
  fromJson(json: OptionsJson, data: JsonObject, key: string, place: string, item: Partial<Item>): T;
  /** Undefined for a fault, which is reported; `missing` is the message that says how to fill in such a row. */
  fromCell(row: OptionRow, column: number, missing: MessageCode, item: Partial<Item>): T | undefined;
  toCell(value: T, item: Item): Cell;
}

/** The fields of a kind of option, in the order in which messages name the keys: mandatory ones first. */
export interface Kind<Item> {
  readonly missing: MessageCode;
  readonly fields: { readonly [K in keyof Item]-?: Field<Item[K], Item> };
}

type Entry<Item> = [keyof Item & string, Field<Item[keyof Item & string], Item>];

/** Reads an item of a file; faults are reported. */
export function itemOfJson<Item extends object>(
  { fields }: Kind<Item>,
  json: OptionsJson,
  raw: unknown,
  place: string,
) {
  const all = Object.entries(fields) as Entry<Item>[];
  const keys = (isOptional: boolean) =>
    all.filter(([, field]) => isOptional === (field.optional === true)).map(([key]) => key);
  const data = json.record(raw, place, keys(false), { optional: keys(true) });
  const order = all.sort(([, one], [, other]) => one.rank - other.rank || one.column - other.column);
  return itemOf<Item>(order, (field, key, item) => field.fromJson(json, data, key, place, item));
}

/** Reads the item of a row of the sheet; null when it is faulty, which is reported. */
export function itemOfRow<Item extends object>({ fields, missing }: Kind<Item>, row: OptionRow): Item | null {
  const before = row.anomalies.length;
  const order = (Object.entries(fields) as Entry<Item>[]).sort(([, one], [, other]) => one.column - other.column);
  const item = itemOf<Item>(order, (field, _key, known) => field.fromCell(row, field.column, missing, known));
  return row.anomalies.length > before ? null : item;
}

/** Reads fields one after the other; each receives the item read so far. */
function itemOf<Item>(
  fields: readonly Entry<Item>[],
  read: (field: Entry<Item>[1], key: string, item: Partial<Item>) => Item[keyof Item & string] | undefined,
): Item {
  const item: Partial<Item> = {};
  for (const [key, field] of fields) {
    const value = read(field, key, item);
    if (value !== undefined) item[key] = value;
  }
  return item as Item;
}

/** Returns the row of an item in the sheet. */
export function rowOfItem<Item extends object>({ fields }: Kind<Item>, label: string, item: Item): Cell[] {
  const row: Cell[] = [label];
  for (const [key, field] of Object.entries(fields) as Entry<Item>[]) row[field.column] = field.toCell(item[key], item);
  return row;
}

const asWritten = { toCell: (value: string | number | null): Cell => value };

export function textField(column: number): Field<string> {
  return {
    column,
    rank: 3,
    fromJson: (json, data, key, place) => json.text(data, key, place),
    fromCell: (row, at, missing) => row.text(at, missing),
    ...asWritten,
  };
}

/** Returns the field of an optional text, null when absent. */
export function optionalTextField(column: number, rank: number): Field<string | null> {
  return {
    column,
    rank,
    optional: true,
    fromJson: (json, data, key, place) => json.textOrNull(data, key, place),
    fromCell: (row, at) => row.optionalText(at) || null,
    ...asWritten,
  };
}

/** The last fields of a choice about a place: its file, null for any, and the text written there when it was made. */
export const placeFields: { readonly file: Field<string | null>; readonly was: Field<string | undefined> } = {
  file: optionalTextField(4, 2),
  was: {
    column: 5,
    rank: 1,
    optional: true,
    fromJson: (json, data, key, place) => json.textOrNull(data, key, place) ?? undefined,
    fromCell: (row, at) => row.optionalText(at) || undefined,
    toCell: (value) => value || null,
  },
};

/** Returns the field of an A1 address; `ofFile` and `ofSheet` are the messages that say which cell is expected. */
export function cellField(column: number, ofFile: CommandCode, ofSheet: MessageCode): Field<string> {
  return {
    column,
    rank: 3,
    fromJson: (json, data, key, place) => {
      const written = json.text(data, key, place);
      const name = plainCellName(written);
      if (name === null && written !== "") json.fail(ofFile, inside(place, key), written);
      return name ?? "";
    },
    fromCell: (row, at) => {
      const written = row.optionalText(at);
      return plainCellName(written) ?? row.fail(ofSheet, at, { value: written });
    },
    ...asWritten,
  };
}

/** Returns an optional field like that of `cellField`, null when absent. */
export function optionalCellField(column: number, ofFile: CommandCode, ofSheet: MessageCode): Field<string | null> {
  const { fromJson, fromCell } = cellField(column, ofFile, ofSheet);
  return {
    column,
    rank: 3,
    optional: true,
    fromJson: (json, data, key, place, item) =>
      (data[key] ?? null) === null ? null : fromJson(json, data, key, place, item),
    fromCell: (row, at, missing, item) => (row.optionalText(at) === "" ? null : fromCell(row, at, missing, item)),
    ...asWritten,
  };
}

/** Returns the field of a choice: its wording in the sheet; its word in the file, or with `both` the wording too. */
export function choiceField<Choice extends string>(
  column: number,
  wordings: Wordings<Choice>,
  understood: "file's word" | "both" = "both",
): Field<Choice> {
  return {
    column,
    rank: 3,
    fromJson: (json, data, key, place) =>
      understood === "both"
        ? json.wordedChoice(data, key, place, wordings)
        : json.choice(data, key, place, Object.keys(wordings) as Choice[]),
    fromCell: (row, at) => row.choice(wordings, at),
    toCell: (value) => wordings[value],
  };
}

function rowNumberField(column: number): Field<number> {
  return {
    column,
    rank: 0,
    fromJson: (json, data, key, place) => json.number(data, key, place, isRowNumber, "options-bad-row"),
    fromCell: (row, at) => row.number(at, isRowNumber, "options-sheet-bad-row"),
    ...asWritten,
  };
}

/** Returns the zero-based place of an address in a cell of the options sheet, or null. */
const cellOfRow = (row: OptionRow, at: number) => {
  const place = parseCellName(row.optionalText(at));
  return place !== null && isRowNumber(place.row + 1) ? place : null;
};

/**
 * Returns the fields of the row of a sheet and of an optional column of its table, which share one cell of the options
 * sheet: « 7 » or « F7 ».
 */
export function rowFields(at: number): Pick<Kind<SetAsideRow>["fields"], "row" | "column"> {
  const number = rowNumberField(at);
  const toCell = (_value: unknown, { row, column }: SetAsideRow): Cell =>
    column === undefined ? row : `${column}${row}`;
  return {
    row: {
      ...number,
      fromCell: (row, column, missing, item) => {
        const place = cellOfRow(row, column);
        return place === null ? number.fromCell(row, column, missing, item) : place.row + 1;
      },
      toCell,
    },
    column: {
      column: at,
      rank: 0,
      optional: true,
      fromJson: (json, data, key, place) => {
        const written = json.textOrNull(data, key, place) ?? "";
        const found = parseCellName(`${written}1`);
        if (found !== null) return columnName(found.column);
        if (written !== "") json.fail("options-bad-column", inside(place, key), written);
        return undefined;
      },
      fromCell: (row, column) => {
        const place = cellOfRow(row, column);
        return place === null ? undefined : columnName(place.column);
      },
      toCell,
    },
  };
}

export function yearField(column: number): Field<number> {
  return {
    column,
    rank: 0,
    fromJson: (json, data, key, place) => json.number(data, key, place, isYear, "options-bad-year"),
    fromCell: (row, at) => row.year(at),
    ...asWritten,
  };
}
