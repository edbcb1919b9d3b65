import { openActiveWorkbook, publish, tidyUp, undoPublication } from "../../../src/workbook/office";
import { atDepth } from "../../depth";
import type { HostWorkbook } from "../../host/model";
import { openedFile } from "../../opened-file";
import { ficheModel } from "../files/models";
import { bookDigest, generationDigest } from "./digest";
import { townFile } from "./town";
import { useGeneration } from "./use-generation";

const impatient = { wait: () => Promise.resolve() };
const named = { ...ficheModel("titre", "Titre CAGB"), names: [{ name: "ORDICLASSE_TITRE", row: 4, column: 2 }] };
const previous = [named, ficheModel("fiche-b", "Fiche B")];
const next = [{ ...named, widths: [12] }, ficheModel("fiche-c", "Fiche C")];

const given = useGeneration(previous);
const namesOf = ({ names }: { readonly names: readonly { readonly name: string; readonly formula: string }[] }) =>
  names.map(({ name, formula }) => `${name} ${formula}`).sort();
const whole = (digest: unknown): string => JSON.stringify(digest);

/** What a right click on a tab does: the copy shows. */
async function copyInExcel(workbook: HostWorkbook, name: string): Promise<void> {
  await given.excel.page.window.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).copy("End");
    await context.sync();
  });
  workbook.book.activate(workbook.book.sheets.at(-1)!);
}

describe("a document that the user copied, whose copy shows and has names of its own", () => {
  test("keeps no generation from naming its amounts, nor from being taken back", async () => {
    const workbook = await given.excel.open(given.bytes);
    expect(await publish([], impatient)).toMatchObject({ ok: true });
    expect(await publish(previous, impatient)).toMatchObject({ ok: true });
    await copyInExcel(workbook, "Titre CAGB");
    const copy = workbook.sheet("Titre CAGB (2)");
    expect(namesOf(workbook.book)).toEqual(["ORDICLASSE_TITRE 'Titre CAGB'!$C$5"]);
    expect(namesOf(copy)).toContain("ORDICLASSE_TITRE 'Titre CAGB (2)'!$C$5");

    expect(await undoPublication(impatient)).toEqual({ ok: true });
    expect(namesOf(workbook.book)).toEqual([]);
    expect(copy.key).toBe("copie:titre");
    // What Excel saves then says so to whoever opens the file.
    const { cells } = await openedFile(await workbook.save(), townFile);
    expect(cells.sheets.find(({ name }) => name === copy.name)).toMatchObject({ generatedKey: "copie:titre" });
    const before = whole(bookDigest(workbook));
    expect(await publish(previous, impatient)).toMatchObject({ ok: true });
    expect(namesOf(workbook.book)).toEqual(["ORDICLASSE_TITRE 'Titre CAGB'!$C$5"]);
    workbook.book.activate(copy);
    expect(await undoPublication(impatient)).toEqual({ ok: true });
    expect(whole(bookDigest(workbook)) === before).toBe(true);
    expect(namesOf(copy)).toContain("ORDICLASSE_TITRE 'Titre CAGB (2)'!$C$5");
  });
});

describe("a list of names that holds others than its own", () => {
  test.each(atDepth(["with-sheets"] as const, ["with-workbook", "with-sheets"] as const))(
    "%s: what is read, written and taken back is the same",
    async (told) => {
      const [{ read, written, left }, again] = [await runs("own"), await runs(told)];
      expect(again.read === read).toBe(true);
      expect(again.written === written).toBe(true);
      expect(again.left === left).toBe(true);
    },
  );

  /** A copied document beside ours: what is read then, written, and that it is taken back. */
  async function runs(told: HostWorkbook["book"]["namesTold"]) {
    const workbook = await given.excel.open(given.bytes);
    await copyInExcel(workbook, "Titre CAGB");
    workbook.book.activate(workbook.sheet("Parc"));
    workbook.book.namesTold = told;
    const read = await openActiveWorkbook();
    expect(await publish(next, impatient)).toMatchObject({ ok: true });
    const written = whole([generationDigest(workbook), namesOf(workbook.book)]);
    expect(await undoPublication(impatient)).toEqual({ ok: true });
    return { read: whole(read), written, left: whole(bookDigest(workbook)) };
  }
});

describe("names of sheets that Excel tells only of a workbook in front", () => {
  test("nothing is read or changed, the message says why, and all goes on once it is back", async () => {
    const workbook = await given.excel.open(given.bytes);
    const before = whole(bookDigest(workbook));
    workbook.book.namesNeedFront = workbook.book.anotherInFront = true;
    const inactive = { ok: false, anomaly: { code: "office-inactive-workbook" } };
    expect(await openActiveWorkbook()).toMatchObject(inactive);
    expect(await publish(next, impatient)).toMatchObject({ ...inactive, after: "untouched" });
    workbook.book.anotherInFront = false;
    for (const stage of ["write", "publish", "tidy"] as const) {
      const onProgress = (progress: { readonly stage: string }) => {
        if (progress.stage === stage) workbook.book.anotherInFront = true;
      };
      const publication = await publish(next, { ...impatient, onProgress });
      if (!publication.ok) expect(publication).toMatchObject(inactive);
      workbook.book.anotherInFront = false;
      expect(await tidyUp(impatient)).toMatchObject({ ok: true });
      if (!publication.ok) expect([stage, whole(bookDigest(workbook)) === before]).toEqual([stage, true]);
      else expect(await undoPublication(impatient)).toEqual({ ok: true });
    }
  });
});
