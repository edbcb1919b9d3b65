import { offersOf } from "../../../src/taskpane/state/offers";
import { previewOf } from "../../../src/taskpane/state/state";
import { smallWorkbook } from "../../cli/small-workbook";
import { readIt, sessionOn, type HeldSession } from "../../workbook/in-page/held-session";

const preview = ({ session }: HeldSession) => previewOf(session.state)!;
/** The points of a code, with their indexes. */
const pointsOf = (page: HeldSession, code: string) =>
  preview(page).points.flatMap((point, index) => (point.code === code ? [{ point, index }] : []));
const counts = (page: HeldSession) => preview(page).counts;

/** Fewer workstations in service than were installed, in two schools. */
const rows = [
  ["Amagney", "École primaire", 100, 1, 2],
  ["Audeux", "École primaire", 60, 3, 4],
];

test("« C'est vérifié » closes a warning for good in the workbook, changes no amount, and is taken back", async () => {
  const page = await sessionOn(await smallWorkbook(rows), "parc.xlsx");
  await readIt(page);
  const { total } = preview(page).statement;
  const before = counts(page);
  const [open] = pointsOf(page, "more-installed");
  expect(open!.point).toMatchObject({ severity: "warning", mayBeChecked: true });
  await page.session.run.declareChecked(open!.index);
  expect(counts(page)).toEqual({ ...before, warning: before.warning - 1, info: before.info + 1 });
  expect(preview(page).statement.total).toEqual(total);
  const options = page.held.open.cells.sheets.find(({ name }) => name === "Options Ordiclasse")!;
  expect(options.rows.filter(([option]) => option === "Accepté").map((row) => row.slice(0, 4))).toEqual(
    open!.point.anomalies.map(({ cell }) => ["Accepté", "Parc", cell, "more-installed"]),
  );

  const [checked] = pointsOf(page, "more-installed");
  expect(checked!.point).toMatchObject({ severity: "info", mayBeChecked: false });
  const { checks } = offersOf(checked!.index, preview(page), page.session.state.options);
  await page.session.run.takeBack(checks);
  expect(counts(page)).toEqual(before);
});

test("a checked cell whose text changes is to be checked again, alone", async () => {
  const page = await sessionOn(await smallWorkbook(rows), "parc.xlsx");
  await readIt(page);
  const [open] = pointsOf(page, "more-installed");
  await page.session.run.declareChecked(open!.index);
  await page.held.edit([{ sheet: "Parc", row: 1, column: 4, value: 5 }]);
  await page.session.run.read();
  const after = pointsOf(page, "more-installed").map(({ point }) => [point.severity, point.anomalies.length]);
  expect(after).toEqual([
    ["warning", 1],
    ["info", 1],
  ]);
});

test("a date checked is kept as it is written, and another one that is also after the campaign is to be checked", async () => {
  const register = [
    ["Commune", "École", "Désignation", "Mise en service"],
    ["Beure", "École primaire", "Poste client standard", "12/09/2014"],
    // 20 December 2014.
    ["Beure", "École primaire", "Poste client standard", 41993],
  ];
  const page = await sessionOn(await smallWorkbook(rows, [{ name: "Registre", rows: register }]), "parc.xlsx");
  await readIt(page);
  const [open] = pointsOf(page, "after-snapshot");
  await page.session.run.declareChecked(open!.index);
  expect(pointsOf(page, "after-snapshot").map(({ point }) => point.severity)).toEqual(["info"]);
  const options = page.held.open.cells.sheets.find(({ name }) => name === "Options Ordiclasse")!;
  expect(options.rows.at(-1)).toEqual(["Accepté", "Registre", "D3", "after-snapshot", null, "20/12/2014"]);
  await page.held.edit([{ sheet: "Registre", row: 2, column: 3, value: "21/12/2014" }]);
  await page.session.run.read();
  expect(pointsOf(page, "after-snapshot").map(({ point }) => point.severity)).toEqual(["warning"]);
});
