import { CellError } from "../../src/cells";
import { ExcelHost, startInJsdom, type FunctionsFile, type FunctionValue, type OfficePage } from ".";
import { blankWorkbook } from "./blank-workbook";

const cell = (name: string, optional = false) => ({ name, dimensionality: "scalar", optional }) as const;
const range = (name: string) => ({ name, dimensionality: "matrix" }) as const;

const file: FunctionsFile = {
  functions: [
    { id: "ADD", name: "ADD", parameters: [cell("a"), cell("b"), cell("c", true)] },
    { id: "SHAPE", name: "SHAPE", parameters: [range("rows")] },
    { id: "FAIL", name: "FAIL", parameters: [cell("how")] },
    { id: "WHERE", name: "WHERE", parameters: [], options: { requiresAddress: true } },
    { id: "WAIT", name: "WAIT", parameters: [], options: { cancelable: true } },
    { id: "ABSENT", name: "ABSENT", parameters: [] },
  ],
};

/** The functions as an add-in's bundle brings them. */
const bundle = `
  CustomFunctions.associate("ADD", (a, b, c) => a + b + (c === null ? 0.5 : c));
  CustomFunctions.associate("SHAPE", (rows) => rows.map((row) => row.map((value) =>
    value === null ? new CustomFunctions.Error("#N/A", "vide") : value * 2)));
  CustomFunctions.associate("FAIL", (how) => {
    if (how === "throw") throw new Error("bug");
    if (how === "reject") return Promise.reject(new CustomFunctions.Error("#N/A", "plus tard"));
    if (how === "infinity") return Infinity;
    throw new CustomFunctions.Error(how, "pourquoi");
  });
  CustomFunctions.associate("WHERE", (invocation) => invocation.address);
  CustomFunctions.associate("WAIT", (invocation) => new Promise(() => { invocation.onCanceled = () => { window.cancelled = true } }));
`;

describe("The add-in's functions, called through Excel's own path", () => {
  let host: ExcelHost;
  let page: OfficePage;
  beforeAll(async () => {
    host = new ExcelHost(await blankWorkbook(), { customFunctions: file });
    page = await startInJsdom(host, { scripts: [bundle] });
  });
  afterAll(() => {
    expect(page.faults).toEqual([]);
    page.close();
  });

  it("gives a value, null for what is left out", async () => {
    expect(await host.invoke("ADD", [2, 40])).toBe(42.5);
    expect(await host.invoke("add", [2, 40, 1])).toBe(43);
  });

  it("spills rows, with the errors in them and what they say", async () => {
    const spilled = await host.invoke("SHAPE", [
      [
        [1, 2],
        [3, null],
      ],
    ]);
    expect(spilled).toEqual([
      [2, 4],
      [6, { code: "#N/A", message: "vide" }],
    ]);
    expect((spilled as FunctionValue[][])[1]![1]).toBeInstanceOf(CellError);
  });

  it("hands a single cell as a range where a range is asked", async () => {
    expect(await host.invoke("SHAPE", [4])).toEqual([[8]]);
  });

  it("calls for each cell of a range where one cell is asked", async () => {
    expect(await host.invoke("ADD", [[[1], [2]], [[10, 20]], 0])).toEqual([
      [11, 21],
      [12, 22],
    ]);
  });

  const refusals = [
    ["#N/A", "#N/A", "pourquoi"],
    ["#VALUE!", "#VALUE!", "pourquoi"],
    // Excel shows a sentence beside the first two alone.
    ["#NUM!", "#NUM!", ""],
    ["#NULL!", "#NULL!", ""],
    ["#DIV/0!", "#DIV/0!", ""],
    ["reject", "#N/A", "plus tard"],
    ["throw", "#VALUE!", ""],
    ["infinity", "#NUM!", ""],
  ] as const;

  // Office.js keeps results back for half a second: all of them in one recalculation.
  it("shows what functions refuse, or how they fail, each as its own error", async () => {
    const shown = await host.invokeAll(refusals.map(([how]) => ({ id: "FAIL", args: [how] })));
    expect(shown).toEqual(refusals.map(([, code, message]) => ({ code, message })));
  });

  it("shows #VALUE! where the page has no such function", async () => {
    expect(await host.invoke("ABSENT", [])).toMatchObject({ code: "#VALUE!" });
  });

  it("does not call with an error as an argument: it is the result", async () => {
    expect(await host.invoke("ADD", [1, new CellError("#REF!")])).toEqual(new CellError("#REF!"));
  });

  it("tells the address to a function that asks for it", async () => {
    expect(await host.invoke("WHERE", [], { address: "[Parc.xlsx]Feuil1!B2" })).toBe("[Parc.xlsx]Feuil1!B2");
  });

  it("refuses a formula that a user could not enter", async () => {
    await expect(host.invoke("ADD", [1])).rejects.toThrow("takes 2 to 3");
    await expect(host.invoke("RIEN", [])).rejects.toThrow("functions.json has no RIEN");
  });

  it("sends a recalculation in one event: a thousand calls take two flushes at most", async () => {
    host.resetRequests();
    const calls = Array.from({ length: 1000 }, (_, index) => ({ id: "ADD", args: [index, 1, 0] }));
    const results = await host.invokeAll(calls);
    expect(results[999]).toBe(1000);
    expect(host.requests.length).toBeLessThanOrEqual(2);
  });

  it("batches what the formulas of a workbook call in one turn", async () => {
    const functions = host.cellFunctions("ORDICLASSE");
    expect(functions.names).toContain("ORDICLASSE.ADD");
    host.resetRequests();
    const results = await Promise.all([
      functions.invoke("ORDICLASSE.ADD", [1, 2, 0], "Feuil1!A1"),
      functions.invoke("ORDICLASSE.SHAPE", [[[1, 2]]], "Feuil1!A2"),
    ]);
    expect(results).toEqual([3, [[2, 4]]]);
    expect(host.requests).toHaveLength(1);
  });

  it("tells a cancelable function that its cell is gone", async () => {
    const [waiting] = await host.startCalls([{ id: "WAIT", args: [] }]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    waiting!.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((page.window as unknown as { readonly cancelled?: boolean }).cancelled).toBe(true);
  });
});
