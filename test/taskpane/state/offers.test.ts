import type { MessageCode } from "../../../src/messages";
import { defaultOptions, type Choice } from "../../../src/options";
import type { OptionsSeen } from "../../../src/taskpane/state/choices";
import { offersOf } from "../../../src/taskpane/state/offers";
import type { Preview } from "../../../src/taskpane/state/preview";
import { asPoint } from "../as-point";
import { previewOfSample } from "../pane-of";

let preview: Preview;
beforeAll(async () => void (preview = await previewOfSample("anomalies-2014")));

const offered = (code: MessageCode) => {
  const index = preview.points.findIndex((point) => point.code === code);
  return offersOf(index, preview, { kind: "unseen" });
};

describe("the choice offered for a point in the pane", () => {
  it("is the commune where it is unknown, absent or of another day; the nearest one where there is one", () => {
    expect(offered("unknown-commune").commune).toMatchObject({
      nearest: { insee: "25112", name: "Chalezeule" },
      text: "Chalezeulle",
      alike: [],
    });
    expect(offered("commune-not-yet").commune).toMatchObject({ nearest: null, text: "Saint-Vit" });
    expect(offered("missing-commune").commune).toEqual({ nearest: null, text: "", alike: [] });
    expect(offered("quantity-text").commune).toBeNull();
  });

  it("is to set the row aside where something of it is not billed, and not where it is only to be looked at", () => {
    expect(offered("quantity-text").row).toBe(9);
    expect(offered("duplicate-school").row).toBe(12);
    expect(offered("more-installed").row).toBeNull();
    expect(offered("total-differs").row).toBeNull();
  });

  it("is nothing outside the body of a table: a heading is no row", () => {
    const [point] = preview.points;
    const heading = { ...preview, points: [asPoint([{ ...point!.anomalies[0], code: "quantity-text", cell: "F3" }])] };
    expect(offersOf(0, heading, { kind: "unseen" }).row).toBeNull();
  });

  it("is the meaning of a column where the point stands on its heading", () => {
    const [point] = preview.points;
    const { cell } = preview.tables[0]!.columns[3]!;
    const heading = { ...preview, points: [asPoint([{ ...point!.anomalies[0], code: "assumed-header", cell }])] };
    expect(offersOf(0, heading, { kind: "unseen" }).column).toEqual({
      sheet: "Inventaire 2014",
      otherFile: null,
      cell,
    });
  });

  it("is nothing in a sheet that is no table of the inventory, nor where the point has no cell", () => {
    const [point] = preview.points;
    const elsewhere = {
      ...preview,
      points: [
        asPoint([{ ...point!.anomalies[0], sheet: "Notes" }]),
        asPoint([{ ...point!.anomalies[0], cell: null }]),
      ],
    };
    for (const index of [0, 1])
      expect(offersOf(index, elsewhere, { kind: "unseen" })).toMatchObject({ row: null, column: null, choice: null });
  });

  it.each([
    ["choice-moved", "table"],
    ["choice-moved", "repeat"],
    ["choice-without-table", "table"],
    ["choice-without-table", "repeat"],
  ] as const)("is to take back, at %s, the choice about a %s that is not applied", (code, about) => {
    const place = { file: null, sheet: "Salles", cell: "A3" };
    const choice = { about, choice: { ...place, as: about === "table" ? "ignored" : "added" } } as Choice;
    const point = asPoint([{ severity: "error", code, params: { at: "Salles!A3", was: "Salle", now: "" }, ...place }]);
    const options: OptionsSeen = {
      kind: "seen",
      options: defaultOptions,
      sheet: "Options Ordiclasse",
      otherFile: null,
      groups: [{ choices: [choice], sheet: "Salles", otherFile: null, cells: ["A3"] }],
      missing: [],
    };
    expect(offersOf(0, { ...preview, points: [point] }, options).choice).toBe(choice);
  });
});
