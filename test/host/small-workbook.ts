import { HostError, type HostObject, type Wire } from "./host-object";

type Answer = ReturnType<HostObject["call"]>;

/** An object made of what it reads, where it leads and what it does; the rest is not implemented. */
class Small implements HostObject {
  readonly id?: string;

  constructor(
    readonly className: string,
    readonly scalars: Record<string, Wire> = {},
    private readonly parts: Readonly<Record<string, () => HostObject | null>> = {},
    private readonly methods: Readonly<Record<string, (...args: never[]) => Answer>> = {},
    id?: string,
  ) {
    if (id !== undefined) this.id = id;
  }

  get(property: string): Wire {
    const value = this.scalars[property];
    if (value === undefined) throw new HostError("NotImplemented", `${this.className}.${property}`);
    return value;
  }

  set(property: string, value: Wire): void {
    if (this.scalars[property] === undefined) throw new HostError("NotImplemented", `${this.className}.${property}`);
    this.scalars[property] = value;
  }

  navigate(property: string): HostObject | null {
    const part = this.parts[property];
    if (part === undefined) throw new HostError("NotImplemented", `${this.className}.${property}`);
    return part();
  }

  call(method: string, args: readonly (Wire | HostObject)[]): Answer {
    const run = this.methods[method];
    if (run === undefined) throw new HostError("NotImplemented", `${this.className}.${method}`);
    return run(...(args as never[]));
  }
}

class SmallSheets extends Small {
  readonly sheets: Small[] = [];

  constructor() {
    super(
      "WorksheetCollection",
      {},
      {},
      {
        add: (name: string) => this.add(name),
        getActiveWorksheet: () => this.sheets[0]!,
        getItemOrNullObject: (key: string) => this.find(key) ?? null,
      },
    );
    this.add("Feuil1");
  }

  items = () => this.sheets;

  item(key: Wire): HostObject {
    const found = this.find(key);
    if (found === undefined) throw new HostError("ItemNotFound", "No such sheet.");
    return found;
  }

  private find(key: Wire) {
    return this.sheets.find((sheet) => sheet.id === key || sheet.scalars["name"] === key);
  }

  private add(name: string): HostObject {
    if (this.find(name)) throw new HostError("ItemAlreadyExists", "The name is taken.");
    const sheet = smallSheet(name, `{${String(this.sheets.length + 1).padStart(8, "0")}}`, this.sheets);
    this.sheets.push(sheet);
    return sheet;
  }
}

function smallSheet(name: string, id: string, sheets: Small[]): Small {
  const cells = new Map<string, Wire>();
  const sheet: Small = new Small(
    "Worksheet",
    { name, id, position: sheets.length, visibility: "Visible", showGridlines: true, tabId: 1 },
    { tables: () => null },
    {
      getRange: (address: string) => smallRange(cells, sheet, address, 2, 2),
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        smallRange(cells, sheet, `${row},${column}`, rows, columns),
      getUsedRangeOrNullObject: () => null,
      delete: () => void sheets.splice(sheets.indexOf(sheet), 1),
    },
    id,
  );
  return sheet;
}

/** Keeps one array by the address it was written at: enough to see what arrived. */
function smallRange(cells: Map<string, Wire>, sheet: Small, address: string, rows: number, columns: number): Small {
  const values = {
    address: `${String(sheet.scalars["name"])}!${address}`,
    rowCount: rows,
    columnCount: columns,
    text: [[""]],
  };
  const range = new Small(
    "Range",
    values,
    {
      format: () => new Small("RangeFormat", {}, { font: () => new Small("RangeFont", { bold: true, name: "Arial" }) }),
      worksheet: () => sheet,
    },
    {
      getRow: (index: number) => smallRange(cells, sheet, `${address}+${index}`, 1, columns),
      getBoundingRect: (last: Small) => {
        const [from, to] = [address, String(last.scalars["address"])].map((each) => Number(each.split("+").at(-1)));
        return smallRange(cells, sheet, address, to! - from! + 1, columns);
      },
    },
  );
  Object.defineProperty(values, "values", {
    enumerable: true,
    get: () => cells.get(address) ?? [["", ""]],
    set: (value: Wire) => void cells.set(address, value),
  });
  return range;
}

/** The least workbook that a protocol can be tried on. */
export class SmallWorkbook {
  readonly sheets = new SmallSheets();
  readonly root: HostObject = new Small(
    "Workbook",
    { name: "Essai.xlsx", isDirty: false },
    { worksheets: () => this.sheets },
  );
}
