import { finish } from "../../../src/cells";
import { builtInConventions } from "../../../src/tariff";
import { checkDraft } from "../../../src/taskpane/convention/check";
import { itemsAt, withValue } from "../../../src/taskpane/convention/draft";
import { fichesInSteps } from "../../../src/taskpane/convention/fiches";
import { draftOf } from "../../../src/taskpane/convention/starts";
import { testInDepth } from "../../depth";
import { made } from "../../made";
import { snapshotOf, workbookOf } from "../pane-of";

const draft = draftOf(builtInConventions[0]!);
const members = { file: "communes", field: "communes" } as const;
const dearer = withValue(draft, { file: "grid", field: "[0].rows[3].maintenance.member" }, "40.00");
const asked = { year: 2014, when: "2014-11-25 14:03:00" };

const fiches = (of: typeof draft, workbooks: Parameters<typeof fichesInSteps>[1], year: number | null = 2014) =>
  made(finish(fichesInSteps(checkDraft(of).convention!, workbooks, { ...asked, year })));
const textsOf = ({ fiches: [first] }: ReturnType<typeof fiches>) =>
  first!.model.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? null));

test("the fiches of the workbook that was read are those of its documents, at the prices of the draft", async () => {
  const { cells } = await workbookOf("parc-ecoles-2014");
  const { billing } = await snapshotOf("parc-ecoles-2014");
  const same = fiches(draft, [cells]);
  const [fiche] = same.fiches;
  const generated = billing.sheets.find(({ key }) => key === fiche!.model.key)!;
  expect(same).toMatchObject({ year: 2014, isMadeUp: false });
  expect(fiche!.model.rows).toEqual(generated.rows);
  expect(textsOf(fiches(dearer, [cells]))).toContain(40);
});

test("the preview without a workbook has each prestation of a site once in service and once installed, at the draft's prices", () => {
  const madeUp = fiches(dearer, []);
  expect(madeUp).toMatchObject({ year: 2014, isMadeUp: true });
  expect(madeUp.fiches[0]!.name).toBe("Amagney");
  // Each has a row, and a price.
  expect(textsOf(madeUp)).toEqual(
    expect.arrayContaining([
      "Poste client standard",
      31.6,
      40,
      "Imprimante jet encre",
      15.79,
      "Pack logiciel / école",
      895,
    ]),
  );
});

test("members of other campaigns alone are named beside", () => {
  const [first, ...others] = itemsAt(draft, members);
  const later = withValue(draft, members, [{ ...(first as object), from: "2015-09-01" }, ...others]);
  const { absent } = fiches(later, [], 2014);
  expect(absent).toEqual(expect.arrayContaining(["Amagney", "Les Auxons"]));
  expect(absent).not.toContain("Besançon");
  expect(fiches(later, [], 2015).absent).toEqual(expect.not.arrayContaining(["Amagney"]));
});

testInDepth("a campaign that the convention has not is another one: that of the workbook, else the last", async () => {
  const { cells } = await workbookOf("parc-ecoles-2014");
  expect(fiches(draft, [cells], null)).toMatchObject({ year: 2014, isMadeUp: false });
  const { year } = fiches(draft, [], null);
  expect(fiches(draft, [], year + 1)).toMatchObject({ year });
  expect([year, fiches(draft, [], 2014).year]).toEqual([2015, 2014]);
});

test.each([
  ["whose wording begins as that of accounts", { prestation: "Compte repas" }],
  ["whose wording says another thing that is billed", { prestation: "Total des postes de maintenance" }],
  ["whose wording tells a year", { prestation: "Tablette 2012" }],
  ["that is counted in pupils", { prestation: "Cantine", counts: "pupils" }],
])("the preview without a workbook counts a prestation %s once in each nature that has a price", (_, row) => {
  const prices = { installation: { debtor: null, member: "20.00" }, maintenance: { debtor: null, member: "5.00" } };
  const rows = [{ code: "COMPTE", unit: "compte", perSite: null, counts: "units", ...prices, ...row }];
  const billed = fiches(withValue(draft, { file: "grid", field: "[0].rows" }, rows), []);
  const [fiche] = billed.fiches;
  const priced = fiche!.model.rows.flatMap(({ cells: [name, , , price] }) =>
    name?.value === row.prestation ? [price?.value] : [],
  );
  expect([billed.isMadeUp, priced]).toEqual([true, [20, 5]]);
});

test("the campaign is one that has members, where nobody is one in that which was asked for", () => {
  const later = [{ insee: "25014", name: "Amagney", siren: "212500144", from: "2015-09-01" }];
  expect(fiches(withValue(draft, members, later), [])).toMatchObject({ year: 2015, isMadeUp: true });
  const never = checkDraft(withValue(draft, members, [{ ...later[0], from: "2099-09-01" }])).convention!;
  expect(finish(fichesInSteps(never, [], asked))).toEqual({ ok: false, error: [] });
});
