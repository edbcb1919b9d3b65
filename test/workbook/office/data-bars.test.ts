import type { SheetModel } from "../../../src/documents";
import { publish, undoPublication } from "../../../src/workbook/office";
import { testInDepth } from "../../depth";
import type { HostWorkbook } from "../../host/model";
import { looksOf } from "../../host/model/state/data-bars";
import { at, rangeOf } from "../../host/model/small-workbook";
import { sentBy } from "./excel";
import { useTown } from "./use-town";
import { modelsFor, publishRead, readOpen } from "./town";

const given = useTown();

/** Bars of every sheet, those aside too: `Récapitulatif!I23:I25`. */
const places = ({ book }: HostWorkbook) =>
  book.sheets.flatMap(({ name, dataBars }) =>
    dataBars.map(({ blocks: [block] }) => `${name}!I${block!.top + 1}:I${block!.bottom + 1}`),
  );
const inPlace = (workbook: HostWorkbook) =>
  places(workbook).filter((place) => !place.startsWith("Ordiclasse en cours"));

/** Three communes from row 7 on, their total, the shares, a sentence, seven rows of bars, a blank row and two of titles. */
const ofThree = "Récapitulatif!I23:I25";

describe("bars behind the quote-parts of « Récapitulatif »", () => {
  test("come with a first generation, of one colour from 0 to the highest, and go when it is undone", async () => {
    const workbook = await given.excel.open(given.town);
    await publishRead();
    expect(places(workbook)).toEqual([ofThree]);
    const bars = workbook.sheet("Récapitulatif").dataBars[0]!;
    expect(looksOf(bars)).toMatchObject({
      fill: "BFBFBF",
      line: "7F7F7F",
      hasGradient: false,
      hidesValues: false,
      lower: { type: "Number", formula: "0" },
      upper: { type: "HighestValue" },
    });
    await undoPublication();
    expect(places(workbook)).toEqual([]);
  });

  testInDepth("are the same once and not twice after another generation, over the rows that it has", async () => {
    const workbook = await given.excel.open(given.billed);
    expect(places(workbook)).toEqual([ofThree]);
    await publishRead({ when: "2014-11-26 08:00" });
    expect(inPlace(workbook)).toEqual([ofThree]);
    ["Franois", "École", 10, 1].forEach((value, column) => workbook.type("Parc", `${"ABCD"[column]}5`, value));
    await publishRead({ when: "2014-11-27 08:00" });
    expect(inPlace(workbook)).toEqual(["Récapitulatif!I24:I27"]);
    ["A4", "A5"].forEach((cell) => workbook.type("Parc", cell, "Beure"));
    ["B4", "B5"].forEach((cell, index) => workbook.type("Parc", cell, `Autre école ${index}`));
    await publishRead({ when: "2014-11-28 08:00" });
    expect(inPlace(workbook)).toEqual(["Récapitulatif!I22:I23"]);
    await undoPublication();
    expect(places(workbook)).toEqual(["Récapitulatif!I24:I27"]);
  });

  test("come over a generation that had none, as an older version wrote it, and undoing takes them away", async () => {
    const workbook = await given.excel.open(given.town);
    const plain = (models: readonly SheetModel[]) => models.map((model) => ({ ...model, dataBars: [] }));
    expect(await publish(plain(modelsFor(await readOpen())))).toMatchObject({ ok: true });
    expect(places(workbook)).toEqual([]);
    await publishRead();
    expect(inPlace(workbook)).toEqual([ofThree]);
    await undoPublication();
    expect(places(workbook)).toEqual([]);
  });

  test("go with those that a user added beside them, which undoing brings back", async () => {
    const workbook = await given.excel.open(given.billed);
    at(rangeOf(workbook, "Récapitulatif", "I7:I9"), "conditionalFormats", ["add", "DataBar"]);
    const before = places(workbook);
    expect(before).toHaveLength(2);
    await publishRead();
    expect(inPlace(workbook)).toEqual([ofThree]);
    await undoPublication();
    expect(places(workbook)).toEqual(before);
  });

  testInDepth(
    "are right, and not doubled, in an Excel whose copies and clearings leave such formats alone",
    async () => {
      const workbook = await given.excel.open(given.billed);
      workbook.book.formatsStay = true;
      await publishRead();
      await publishRead({ when: "2014-11-26 08:00" });
      expect(places(workbook)).toEqual([ofThree]);
    },
  );

  testInDepth("cost no request", async () => {
    const sent: number[] = [];
    for (const dataBars of [[], null]) {
      await given.excel.open(given.billed);
      const models = modelsFor(await readOpen()).map((model) => (dataBars === null ? model : { ...model, dataBars }));
      given.excel.host.resetRequests();
      expect(await publish(models)).toMatchObject({ ok: true });
      sent.push(sentBy(given.excel.host).length);
    }
    expect(sent).toEqual([5, 5]);
  });
});
