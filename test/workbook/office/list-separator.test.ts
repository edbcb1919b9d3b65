import { publish, undoPublication } from "../../../src/workbook/office";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest } from "./digest";
import { sentBy } from "./excel";
import { useGeneration } from "./use-generation";

const given = useGeneration([recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A")]);
const next = [recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const whole = (digest: unknown): string => JSON.stringify(digest);

/** Publishes in an Excel that takes lists of addresses in these locales' way alone, or in any. */
async function publishIn(locale: "any" | "fr-FR" | "en-US") {
  const workbook = await given.excel.open(given.bytes);
  workbook.book.takesOwnSeparatorAlone = locale !== "any";
  if (locale === "en-US") workbook.book.culture = { name: "en-US", decimal: ".", group: "," };
  // The user prints two parts of a document: they come back with it.
  workbook.sheet("Fiche A").page.printArea = [0, 3].map((top) => ({ top, left: 0, bottom: top + 1, right: 1 }));
  const before = whole(bookDigest(workbook));
  given.excel.host.resetRequests();
  expect(await publish(next)).toMatchObject({ ok: true, remark: null });
  const requests = sentBy(given.excel.host).length;
  expect(asideSheets(workbook)).toEqual(["aside:undo"]);
  const digest = whole(generationDigest(workbook));
  expect(await undoPublication()).toEqual({ ok: true });
  expect(whole(bookDigest(workbook)) === before).toBe(true);
  return { digest, requests };
}

test("a French Excel 2021 takes the documents, its separator once found; so does an English one", async () => {
  const { digest, requests } = await publishIn("any");
  const french = await publishIn("fr-FR");
  expect(french.digest === digest).toBe(true);
  expect(french.requests).toBeGreaterThan(requests);
  for (const again of [await publishIn("fr-FR"), await publishIn("any")])
    expect([again.digest === digest, again.requests]).toEqual([true, requests]);
  expect((await publishIn("en-US")).digest === digest).toBe(true);
});
