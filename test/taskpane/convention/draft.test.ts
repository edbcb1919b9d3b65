import {
  changed,
  historyOf,
  itemsAt,
  redone,
  undone,
  valueAt,
  withItems,
  withoutItem,
  withValue,
  type FieldPlace,
} from "../../../src/taskpane/convention/draft";
import { emptyDraft, emptyMember, emptyRow } from "../../../src/taskpane/convention/starts";

const creditorName: FieldPlace = { file: "convention", field: "creditor.name" };
const price: FieldPlace = { file: "grid", field: "[0].rows[0].maintenance.member" };
const members: FieldPlace = { file: "communes", field: "communes" };

test("a value is put at the place that a fault names, and nothing else changes", () => {
  const named = withValue(emptyDraft, creditorName, "Ville de Dole");
  expect(valueAt(named, creditorName)).toBe("Ville de Dole");
  expect(withValue(named, creditorName, "")).toEqual(emptyDraft);
  const priced = withValue(named, price, "36.86");
  expect(valueAt(priced, price)).toBe("36.86");
  expect(priced.communes).toBe(emptyDraft.communes);
  expect(valueAt(emptyDraft, price)).toBeNull();
});

test("undefined values are removed from the data, so that a blank optional field is absent", () => {
  const place: FieldPlace = { file: "convention", field: "site.english" };
  expect(valueAt(withValue(emptyDraft, place, undefined), { ...place, field: "site" })).toEqual({
    french: "une école, des écoles",
  });
});

test("items are added at the end of a list, and taken out wherever they are", () => {
  const rows: FieldPlace = { file: "grid", field: "[0].rows" };
  const three = withItems(emptyDraft, rows, [
    { ...emptyRow, code: "A" },
    { ...emptyRow, code: "B" },
  ]);
  expect(itemsAt(three, rows)).toHaveLength(3);
  expect(withoutItem(withoutItem(three, rows, 0), rows, 1)).toEqual(
    withValue(emptyDraft, { file: "grid", field: "[0].rows[0].code" }, "A"),
  );
  expect(itemsAt(withItems(emptyDraft, members, [emptyMember]), members)).toEqual([emptyMember]);
  expect(itemsAt(emptyDraft, { file: "grid", field: "[3].rows" })).toEqual([]);
});

describe("the history of a draft", () => {
  const typed = (letters: string) =>
    [...letters].reduce(
      (history, _, at) =>
        changed(history, withValue(history.draft, creditorName, letters.slice(0, at + 1)), creditorName),
      historyOf(emptyDraft),
    );

  it("takes what is typed in a field back in one step, and another field in another", () => {
    const name = typed("Dole");
    expect(valueAt(name.draft, creditorName)).toBe("Dole");
    expect(undone(name).draft).toBe(emptyDraft);
    const both = changed(name, withValue(name.draft, price, "12"), price);
    expect(undone(both).draft).toBe(name.draft);
    expect(undone(undone(both)).draft).toBe(emptyDraft);
  });

  it("goes forth to what it went back from, until something else is done", () => {
    const name = typed("Dole");
    expect(redone(undone(name)).draft).toBe(name.draft);
    const other = changed(undone(name), withItems(emptyDraft, members, [emptyMember]));
    expect(redone(other).draft).toBe(other.draft);
  });

  it("has nowhere to go from where it began", () => {
    const start = historyOf(emptyDraft);
    expect(undone(start)).toEqual(start);
    expect(redone(start)).toEqual(start);
  });

  it("makes a step of a field that is typed in again after something was taken back", () => {
    const again = changed(undone(typed("Dole")), withValue(emptyDraft, creditorName, "B"), creditorName);
    expect(again.past).toEqual([emptyDraft]);
  });
});
