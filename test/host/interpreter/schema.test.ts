import { excelSchema } from "./schema";

describe("the schema of Excel's classes, read from the library", () => {
  const schema = excelSchema();

  it("knows what may be written and from which API set", () => {
    const range = schema.get("Range")!;
    expect(range.scalars.get("values")).toEqual({ name: "values", wireName: "Values", writable: true, need: null });
    expect(range.scalars.get("address")!.writable).toBe(false);
    expect(range.scalars.get("hasSpill")!.need).toEqual({ set: "ExcelApi", major: 1, minor: 12 });
    expect(range.navigations.get("dataValidation")).toMatchObject({ className: "DataValidation", need: { minor: 8 } });
  });

  it("knows the methods under the names of the wire, and which of them write", () => {
    const sheets = schema.get("WorksheetCollection")!;
    expect(sheets.wireMethods.get("Add")).toMatchObject({ name: "add", className: "Worksheet", writes: true });
    expect(sheets.wireMethods.get("GetCount")).toMatchObject({ name: "getCount", className: null, writes: false });
    expect(schema.get("Functions")!.wireMethods.get("Date")!.className).toBe("FunctionResult");
  });

  it("knows the few properties that are written under another name", () => {
    const renamed = [...schema.values()].flatMap(({ name, wireScalars }) =>
      [...wireScalars]
        .filter(([wire, { wireName }]) => wire !== wireName)
        .map(([wire, s]) => `${name}.${s.name}=${wire}`),
    );
    expect(renamed).toEqual([
      "Worksheet.showGridlines=Gridlines",
      "Worksheet.showHeadings=Headings",
      "Style.textOrientation=Orientation",
    ]);
  });

  it("knows each collection and the class of its items", () => {
    expect(schema.get("WorksheetCollection")).toMatchObject({ isCollection: true, itemClass: "Worksheet" });
    expect(schema.get("TableCollection")).toMatchObject({ isCollection: true, itemClass: "Table" });
    expect(schema.get("Worksheet")!.isCollection).toBe(false);
    const withoutItems = [...schema.values()].filter(
      ({ isCollection, itemClass }) => isCollection && itemClass === null,
    );
    expect(withoutItems.map(({ name }) => name)).toEqual([]);
  });

  it("leaves no class without its members", () => {
    const names = ["Workbook", "Worksheet", "Range", "RangeFormat", "Table", "NamedItem", "Chart", "PageLayout"];
    for (const name of names) {
      const { scalars, wireNavigations, wireMethods } = schema.get(name)!;
      expect(`${name} ${scalars.size > 0} ${wireNavigations.size + wireMethods.size > 0}`).toBe(`${name} true true`);
    }
  });
});
