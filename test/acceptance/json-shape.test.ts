import { readFile } from "node:fs/promises";
import { Folder, run } from "../cli/run-rebill";
import { samplePath } from "./samples";

const folder = new Folder();

/** The shape of a value: types at the leaves, the first item of a list, and one key for all of a dictionary by code. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOf(inside)]));
}

test("the JSON has the shape that others rely on, amounts as strings with two decimals", async () => {
  await run(samplePath("parc-ecoles-2014.xlsx"), "--campaign", "2014", "--json", folder.file("o.json"));
  const json = JSON.parse(await readFile(folder.file("o.json"), "utf8"));
  const split = {
    installation: { cagb: "string", commune: "string" },
    maintenance: { cagb: "string", commune: "string" },
  };
  const { byPrestation, byCommune, ...rest } = json;
  expect(shapeOf(rest)).toEqual({
    campaign: "number",
    snapshot: "string",
    total: "string",
    cagb: "string",
    communes: "string",
    split,
    pupils: "number",
    schools: "number",
    rows: [{ file: "string", sheet: "string", read: "number", billed: "number", excluded: "number", error: "number" }],
    lines: [
      {
        insee: "string",
        school: "string",
        prestation: "string",
        nature: "string",
        payer: "string",
        quantity: "number",
        unitPrice: "string",
        amount: "string",
        source: ["string"],
      },
    ],
    anomalies: [
      {
        severity: "string",
        code: "string",
        file: "string",
        sheet: "string",
        cell: expect.any(String),
        message: "string",
      },
    ],
    tables: [{ file: "string", sheet: "string", range: "string", kind: "string", layout: "string", why: "string" }],
    columns: [
      // A column with a role has no reason: null.
      { file: "string", sheet: "string", cell: "string", header: "string", role: "string", why: "object" },
    ],
  });
  for (const one of Object.values(byPrestation))
    expect(shapeOf(one)).toEqual({
      installation: { ...split.installation, qty: "number" },
      maintenance: { ...split.maintenance, qty: "number" },
    });
  for (const one of Object.values(byCommune)) expect(shapeOf(one)).toEqual({ name: "string", ...split, due: "string" });
  expect(json.snapshot).toBe("2014-11-01");
  const amounts = JSON.stringify([json.total, json.cagb, json.communes, json.split, byCommune]).match(/"-?\d+[^"]*"/g)!;
  expect(amounts.filter((one) => !/^"\d+\.\d\d"$|^"25\d{3}"$/.test(one))).toEqual([]);
  expect(new Set(json.lines.map((line: { nature: string }) => line.nature))).toEqual(
    new Set(["installation", "maintenance"]),
  );
  expect(new Set(json.lines.map((line: { payer: string }) => line.payer))).toEqual(new Set(["cagb", "commune"]));
});
