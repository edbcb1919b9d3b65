import { message } from "../../../src/messages";
import type { SheetModel } from "../../../src/documents";
import { publish } from "../../../src/workbook/office";
import type { HostWorkbook } from "../../host/model";
import { asideSheets, bookDigest, generationDigest } from "./digest";
import { sentBy } from "./excel";
import { useTown } from "./use-town";
import { modelsFor, publishRead, readOpen } from "./town";

const given = useTown();

describe("nothing is changed where it could not be whole", () => {
  const refused = async (workbook: HostWorkbook, models: readonly SheetModel[]) => {
    const before = bookDigest(workbook);
    const outcome = await publish(models);
    expect(bookDigest(workbook)).toEqual(before);
    if (outcome.ok || outcome.anomaly === null) throw new Error("It was published.");
    expect(outcome.after).toBe("untouched");
    expect(message(outcome.anomaly.code, outcome.anomaly.params)).toContain("Rien n’a été changé dans le classeur.");
    return outcome.anomaly;
  };

  test("a sheet of ours is protected: it is named, before anything is done", async () => {
    const workbook = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    workbook.sheet("Titre CAGB").isProtected = true;
    given.excel.host.resetRequests();
    const { code, sheet, params } = await refused(workbook, models);
    expect([code, sheet]).toEqual(["office-protected-sheet", "Titre CAGB"]);
    expect(message(code, params)).toContain("Titre CAGB");
    expect(sentBy(given.excel.host)).toHaveLength(1);
  });

  test("the structure of the workbook is protected", async () => {
    const workbook = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    workbook.book.isProtected = true;
    expect((await refused(workbook, models)).code).toBe("office-protected-workbook");
  });

  test("a sheet of ours was renamed, or its name taken, since the models were made", async () => {
    const renamed = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    renamed.book.renameSheet(renamed.sheet("Fiche Beure"), "Beure");
    expect((await refused(renamed, models)).code).toBe("office-workbook-changed");
    const taken = await given.excel.open(given.town);
    const first = modelsFor(await readOpen());
    taken.book.addSheet("fiche beure");
    expect((await refused(taken, first)).code).toBe("office-workbook-changed");
  });

  test("a filter hides rows of a sheet of ours, which could not be kept aside whole", async () => {
    const workbook = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    const sheet = workbook.sheet("Récapitulatif");
    sheet.autoFilter = { top: 5, left: 0, bottom: 9, right: 9 };
    sheet.hiddenRows.add(7);
    const { code, sheet: named } = await refused(workbook, models);
    expect([code, named]).toEqual(["office-filtered-sheet", "Récapitulatif"]);
  });

  test("the user's own sheets may well be protected", async () => {
    const workbook = await given.excel.open(given.billed);
    workbook.sheet("Parc").isProtected = true;
    workbook.sheet("Suivi").isProtected = true;
    await publishRead();
  });

  test("Excel computes something else: what was there comes back, and the cell is told", async () => {
    const workbook = await given.excel.open(given.billed);
    const before = generationDigest(workbook);
    const models = modelsFor(await readOpen()).map((model) =>
      model.key !== "titre"
        ? model
        : {
            ...model,
            rows: model.rows.map(({ cells, ...row }) => ({
              ...row,
              cells: cells.map((cell) =>
                cell?.formula === undefined ? cell : { ...cell, value: Number(cell.value) + 0.01 },
              ),
            })),
          },
    );
    const outcome = await publish(models);
    expect(outcome).toMatchObject({
      ok: false,
      after: "restored",
      anomaly: { code: "office-difference", sheet: "Titre CAGB" },
    });
    if (outcome.ok) return;
    const { code, params } = outcome.anomaly!;
    expect(message(code, params)).toMatch(/^Écart après écriture\u00a0: la cellule [A-Z]+\d+ .*remis en place/);
    expect(generationDigest(workbook)).toEqual(before);
    expect(asideSheets(workbook)).toEqual([]);
  });
});
