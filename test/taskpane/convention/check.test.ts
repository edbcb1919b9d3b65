import { builtInConventions, loadConvention } from "../../../src/tariff";
import { checkDraft } from "../../../src/taskpane/convention/check";
import { withItems, withValue, type Draft, type FieldPlace } from "../../../src/taskpane/convention/draft";
import { draftOf, emptyDraft, emptyMember, emptyRow } from "../../../src/taskpane/convention/starts";

const [builtIn] = builtInConventions;
const draft = draftOf(builtIn!);

/** What is said at each field of a draft in which one is changed. */
const faultsOf = (file: FieldPlace["file"], field: string, value: unknown, of: Draft = draft) =>
  checkDraft(withValue(of, { file, field }, value)).faults.map(({ file, field, code }) => [`${file} ${field}`, code]);

test("a convention taken up as a draft says the same convention again", () => {
  const again = loadConvention(draft, "built-in");
  expect(again).toEqual({ ok: true, value: builtIn });
  expect(checkDraft(draft)).toMatchObject({ faults: [], convention: { service: "Ordiclasse" } });
});

test.each([
  ["convention", "creditor.siren", "212500566", "siren-key"],
  ["convention", "creditor.siren", "2125", "siren"],
  ["convention", "creditor.insee", "2505", "insee"],
  ["convention", "creditor.name", "", "blank"],
  ["convention", "debtor.short", "CAGB", "short"],
  ["convention", "site.french", "école", "noun"],
  ["convention", "site.english", "school", "noun-english"],
  ["convention", "count", "30 février", "day"],
  ["convention", "count", "", "blank"],
  ["convention", "renewedFrom", "2015 ?", "year"],
  ["convention", "from", "31/02/2014", "date"],
  ["convention", "to", "2013-01-01", "reversed"],
  ["convention", "creditLine", [], "no-row"],
  ["convention", "service", "Restauration scolaire et périscolaire", "service"],
  ["communes", "communes", [], "no-member"],
  ["grid", "[0].rows", [], "no-row"],
  ["grid", "[0].rows[3].code", "poste", "code"],
  ["grid", "[0].rows[3].code", "PACK", "twice"],
  ["grid", "[0].rows[3].maintenance.member", "36,8", "amount"],
  ["grid", "[0].rows[1].perSite", "deux", "cap"],
  ["communes", "communes[2].insee", "2503", "insee"],
  ["communes", "communes[2].siren", "212500301", "siren-key"],
  ["communes", "communes[2].mergedInto", "x", "insee"],
  ["communes", "communes[2].to", "à voir", "last-day"],
] as const)("in %s, a field %s written « %s » is reported at the field: %s", (file, field, value, code) => {
  expect(faultsOf(file, field, value)).toEqual([[`${file} ${field}`, code]]);
});

test("a revised tariff that begins before the one before ends is told at its first day", () => {
  const [grid] = draft.grid as readonly object[];
  const revised = withItems(draft, { file: "grid", field: "" }, [{ ...grid, from: "2015-01-01", to: "2016-01-01" }]);
  expect(checkDraft(revised).faults).toMatchObject([{ field: "[1].from", code: "overlap" }]);
});

test("an empty convention has all that is to be filled, in the order of the screen, each field once", () => {
  const { faults } = checkDraft(
    withItems(emptyDraft, { file: "communes", field: "communes" }, [emptyMember, emptyMember]),
  );
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["blank"]));
  const fields = faults.map(({ file, field }) => `${file} ${field}`);
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields.slice(0, 3)).toEqual(["convention service", "convention object", "convention act.name"]);
  expect(fields).toContain("convention count");
  expect(fields).toContain("grid [0].rows[0].prestation");
  expect(fields.at(-1)).toBe("communes communes[1].siren");
});

test("a prestation is added with nothing said, and nothing billed of it", () => {
  const more = withItems(draft, { file: "grid", field: "[0].rows" }, [{ ...emptyRow, code: "ENT", prestation: "ENT" }]);
  expect(checkDraft(more).faults).toMatchObject([{ field: "[0].rows[9].unit", code: "blank" }]);
});
