import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { sheetsOfConvention } from "../conventions/canteens";
import { mealTerminals, networks, tablets, type Deliberation } from "../conventions/deliberations";
import type { ConventionFiles } from "../../src/tariff";
import { Folder, run } from "../cli/run-rebill";
import { add } from "./analyses";

const folder = new Folder();

interface Shares {
  readonly installation: { readonly cagb: string };
  readonly maintenance: { readonly cagb: string };
  readonly due: string;
}

interface Json {
  readonly total: string;
  readonly byCommune: Readonly<Record<string, Shares>>;
  readonly anomalies: readonly {
    readonly severity: string;
    readonly code: string;
    readonly sheet: string;
    readonly cell: string;
  }[];
}

async function billed({ files, sheets, campaign }: Deliberation, ...more: readonly string[]): Promise<Json> {
  const path = folder.file("parc.xlsx");
  const all = [...sheets, ...sheetsOfConvention(files)] as WriteSheet[];
  await writeFile(path, await writeXlsx({ sheets: all }));
  const done = await run(
    path,
    "--campaign",
    String(campaign),
    "--force",
    "--json",
    folder.file("out.json"),
    "--overwrite",
    ...more,
  );
  expect(done).toMatchObject({ code: 0 });
  return JSON.parse(await readFile(folder.file("out.json"), "utf8")) as Json;
}

const errorsOf = ({ anomalies }: Json): string[] =>
  anomalies.filter(({ severity }) => severity === "error").map(({ code }) => code);

describe("an act of nobody's, its convention kept in its workbook, is billed to the cent", () => {
  it.each([
    ["tablets by pupil, at a price that is shared, and revised for the second campaign", tablets, []],
    ["terminals and accounts without intermediary, counted on 15 September", mealTerminals, []],
    // The member that left before the count still has its rows.
    ["networks capped by school, of members that join and leave", networks, ["commune-no-longer"]],
  ])("%s", async (_what, deliberation, errors) => {
    const { answer } = deliberation;
    if (answer !== undefined) {
      const asked = (await billed(deliberation)).anomalies.filter(({ severity }) => severity === "error");
      expect(asked.map(({ sheet, cell }) => [sheet, cell])).toEqual([[answer.sheet, answer.cell]]);
    }
    const options = folder.file("options.json");
    await writeFile(options, JSON.stringify({ mappings: answer === undefined ? [] : [answer] }));
    const json = await billed(deliberation, "--options", options);
    expect(errorsOf(json)).toEqual(errors);
    expect(json.total).toBe(deliberation.total);
    const shares = Object.entries(json.byCommune).map(([insee, { due, installation, maintenance }]) => [
      insee,
      { due, borne: add(installation.cagb, maintenance.cagb) },
    ]);
    expect(Object.fromEntries(shares)).toEqual(deliberation.expected);
  });
});

test("prices headed in the words of a convention are simulated on its bill", async () => {
  const dearer = JSON.parse(JSON.stringify(mealTerminals.files).replaceAll('"64.80"', '"70.00"')) as ConventionFiles;
  const tarifs = sheetsOfConvention(dearer).filter(({ name }) => name === "Tarifs") as WriteSheet[];
  await writeFile(folder.file("tarifs.xlsx"), await writeXlsx({ sheets: tarifs }));
  await writeFile(folder.file("options.json"), JSON.stringify({ mappings: [mealTerminals.answer] }));
  const more = ["--options", folder.file("options.json"), "--simulate", folder.file("tarifs.xlsx")];
  // 12 terminals at 70,00 and no longer 64,80: 3 337,50 + 12 × 5,20 = 3 337,50 + 62,40.
  expect(await billed(mealTerminals, ...more)).toMatchObject({
    simulate: { total: { now: "3337.50", trial: "3399.90" } },
  });
});
