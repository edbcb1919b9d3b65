import { writeXlsx } from "hucre/xlsx";
import { builtInGrids, gridRowsForUsers, tarifsHeaders } from "../../../src/tariff";
import { generate, placesOf, rewritten, smallInventory, verify } from "./received";

test("options that do not say what they said are told, though the documents are those of the record", async () => {
  const sent = await generate(await smallInventory(), "parc.xlsx");
  const changed = rewritten(sent, /sheet2\.xml|sharedStrings/, (text) => text.replace("Mme X<", "Mme Z<"));
  expect(placesOf(await verify(changed))).toEqual(["Options Ordiclasse verify-options-changed"]);
});

test("a grid of the user's that changed is told first, before the amounts that it makes otherwise", async () => {
  const rows = [
    ["Commune", "École", "Effectif", "Postes clients standard"],
    ["Amagney", "École primaire", 100, 10],
  ];
  const tarifs = [[...tarifsHeaders], ...gridRowsForUsers(builtInGrids[0]!)].map((row) => [...row]) as (
    string | number | null
  )[][];
  const bytes = await writeXlsx({
    sheets: [
      { name: "Parc", rows },
      { name: "Tarifs", rows: tarifs },
    ],
  });
  const sent = await generate(bytes, "parc.xlsx");
  expect((await verify(sent)).findings).toEqual([]);
  const dearer = rewritten(sent, /sheet2\.xml/, (text) => text.replace("<v>211</v>", "<v>212</v>"));
  const [first, ...others] = placesOf(await verify(dearer));
  expect([first, others.length > 0]).toEqual(["Tarifs verify-grid-changed", true]);
});
