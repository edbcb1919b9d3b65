import { HostError, type HostObject } from "../host-object";

/** Events of sheets that may be raised (`onChanged`: `Changed`), with the number that names each on the wire. */
const messageTypes = {
  Changed: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowSorted: 19,
  ColumnSorted: 20,
  SingleClicked: 21,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const;

export type SheetEvent = keyof typeof messageTypes;

/** A row of a `richApiMessage`: category, type, target, message, id, whether another user did it. */
export type EventRow = readonly [number, number, string, string, number, boolean];

const objectModel = 65536;

/** Who listens to what: registrations of a sheet under its id, those of all sheets under `Workbook`. */
export class SheetEvents {
  private readonly listened = new Set<string>();

  /** Takes `_RegisterDataChangedEvent` (of `onChanged`), `_UnregisterEventMoved` and their like. */
  register(object: HostObject, wireName: string): void {
    const [, un, name] = /^_(Unr|R)egister(?:Event|Data(?=Changed))?(\w+?)(?:Event)?$/.exec(wireName) ?? [];
    if (name === undefined || !(name in messageTypes) || !/^Worksheet(Collection)?$/.test(object.className))
      throw new HostError("NotImplemented", `${object.className}.${wireName}`);
    const key = keyOf(name, object.className === "Worksheet" ? object.id! : "Workbook");
    if (un === "Unr") this.listened.delete(key);
    else this.listened.add(key);
  }

  /** Rows to send for an event of a sheet; none where nobody listens. */
  rows(event: SheetEvent, worksheetId: string, details: Readonly<Record<string, unknown>>): EventRow[] {
    const message = JSON.stringify({ source: "Local", worksheetId, ...details });
    return [worksheetId, "Workbook"]
      .filter((target) => this.listened.has(keyOf(event, target)))
      .map((target, index) => [objectModel, messageTypes[event], target, message, index + 1, false]);
  }

  clear(): void {
    this.listened.clear();
  }
}

const keyOf = (event: string, target: string) => `${event} ${target}`;
