import { valueAt, withItems, withValue, type FieldPlace } from "../../../src/taskpane/convention/draft";
import { emptyDraft, withoutDebtor } from "../../../src/taskpane/convention/starts";
import { typedIn } from "../../../src/taskpane/convention/typing";

const grid = (field: string): FieldPlace => ({ file: "grid", field });
const from: FieldPlace = { file: "convention", field: "from" };

test("the days of the only tariff are those of the convention, until somebody gives it others", () => {
  const dated = typedIn(emptyDraft, from, "2024-09-01");
  expect(valueAt(dated, grid("[0].from"))).toBe("2024-09-01");
  const own = typedIn(dated, grid("[0].from"), "2024-10-01");
  expect(valueAt(typedIn(own, from, "2024-09-02"), grid("[0].from"))).toBe("2024-10-01");
  const revised = withItems(dated, grid(""), [{ from: "2025-09-01" }]);
  expect(valueAt(typedIn(revised, from, "2024-09-02"), grid("[0].from"))).toBe("2024-09-01");
});

test("the act of the only tariff is that of the convention, until somebody names another", () => {
  const act: FieldPlace = { file: "convention", field: "act.name" };
  const named = typedIn(emptyDraft, act, "Délibération n° 12");
  expect(valueAt(named, grid("[0].act"))).toBe("Délibération n° 12");
  const own = typedIn(named, grid("[0].act"), "Délibération n° 13");
  expect(valueAt(typedIn(own, act, "Délibération n° 14"), grid("[0].act"))).toBe("Délibération n° 13");
});

test("a unit says how a prestation is counted and capped, until somebody says otherwise", () => {
  const unit = grid("[0].rows[0].unit");
  const counted = (draft: typeof emptyDraft) =>
    ["counts", "perSite"].map((key) => valueAt(draft, grid(`[0].rows[0].${key}`)));
  expect(counted(typedIn(emptyDraft, unit, "élève"))).toEqual(["pupils", null]);
  expect(counted(typedIn(emptyDraft, unit, "école"))).toEqual(["units", 1]);
  expect(counted(typedIn(typedIn(emptyDraft, unit, "élève"), unit, "borne"))).toEqual(["units", null]);
  const capped = withValue(typedIn(emptyDraft, unit, "borne"), grid("[0].rows[0].perSite"), 2);
  expect(counted(typedIn(capped, unit, "école"))).toEqual(["units", 2]);
});

test("a wording says the code of its prestation, until somebody writes another", () => {
  const [wording, code] = [grid("[0].rows[0].prestation"), grid("[0].rows[0].code")];
  const named = ["Baie", "Baie réseau"].reduce((draft, typed) => typedIn(draft, wording, typed), emptyDraft);
  expect(valueAt(named, code)).toBe("BAIE_RESEAU");
  const own = typedIn(named, code, "BAIE");
  expect(valueAt(typedIn(own, wording, "Baie de brassage"), code)).toBe("BAIE");
  expect(valueAt(typedIn(typedIn(own, code, ""), wording, "Baie de brassage"), code)).toBe("BAIE_DE_BRASSAGE");
});

test("no price of the intermediary is left to be billed without one", () => {
  const price = grid("[0].rows[0].maintenance.debtor");
  const alone = withoutDebtor(withValue(emptyDraft, price, "5.27"));
  expect([valueAt(alone, price), valueAt(alone, { file: "convention", field: "debtor" })]).toEqual([null, null]);
});
