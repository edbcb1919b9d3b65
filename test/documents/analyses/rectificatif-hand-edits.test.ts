import { cellName } from "../../../src/cells";
import { addAnalyses, type SheetModel } from "../../../src/documents";
import { handEdited, unedited } from "../../../src/documents/kit/hand-edits";
import { rectify } from "../../../src/statement";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { sheet } from "../fixtures";
import { documents, nowhere, of } from "./statements";

const counts: Record<string, number> = { ...given.countsA, "POSTE_STD m": 13, "SERVEUR_SPEC m": 1 };
const rectification = {
  rectification: rectify(given.stateOf(given.golden), of(counts)),
  file: "",
  when: "",
  errors: 0,
};
const models = addAnalyses(documents, { rectification }, nowhere);

/** Printed numbers, but prices and quantities of nothing; each is typed over in turn. */
function typedOver(model: SheetModel) {
  return model.rows.flatMap(({ cells }, row) =>
    cells
      .slice(0, model.print.area.lastColumn + 1)
      .flatMap((cell, column) =>
        typeof cell?.value === "number" && cell.value !== 0
          ? [{ at: cellName(row, column), typed: new Map([[`${model.name}!${row},${column}`, cell.value + 1]]) }]
          : [],
      ),
  );
}

/** What the printed texts that say euros say, and the mark. */
function saidOn({ name, rows, print }: SheetModel, typed?: ReadonlyMap<string, number>): unknown[] {
  const book = new Spreadsheet(models, typed);
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      typeof cell?.value === "string" &&
      (column > print.area.lastColumn ? cell.value === unedited : cell.value.includes("€"))
        ? [book.value(name, row, column)]
        : [],
    ),
  );
}

describe("a paper of a correction of which a figure is changed by hand says so, and no words say another figure", () => {
  test.each([
    ["rectificatif", 3],
    ["complement", 3],
    ["certificat", 2],
    ["rectificatif-quotes-parts", 1],
  ])("%s: each number, one by one", (key, texts) => {
    const model = sheet(models, key);
    const untouched = saidOn(model);
    expect(untouched).toHaveLength(texts);
    expect(untouched).toContain(unedited);
    const edits = typedOver(model);
    expect(edits.length).toBeGreaterThan(2);
    for (const { at, typed } of edits) expect([at, new Set(saidOn(model, typed))]).toEqual([at, new Set([handEdited])]);
  });

  test("a figure changed on « Rectificatif » is marked on the certificat that repeats it", () => {
    const [first] = typedOver(sheet(models, "rectificatif"));
    expect(new Set(saidOn(sheet(models, "certificat"), first!.typed))).toEqual(new Set([handEdited]));
  });
});
