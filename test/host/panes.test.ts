import { meetingAt, openPanes, type UserPanes } from ".";
import { blankWorkbook } from "./blank-workbook";
import type { HostWorkbook } from "./model";

let workbook: HostWorkbook;
let open: UserPanes;
beforeAll(async () => {
  workbook = await blankWorkbook();
  open = await openPanes(2, workbook);
});
afterAll(() => open.close());

/** Names of the sheets, as the pane that acts is told them. */
const names = () =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
const add = (name: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });

test("two users have a workbook open: each sees what the other changes, from whatever is awaited", async () => {
  const [ann, bob] = open.panes;
  await ann!.as(() => add("Une"));
  expect(await bob!.as(() => names())).toEqual(["Feuil1", "Une"]);
  const both = [ann!.as(() => add("Deux").then(names)), bob!.as(() => add("Trois").then(names))];
  for (const seen of await Promise.all(both)) expect(seen).toEqual(expect.arrayContaining(["Deux", "Trois"]));
  expect(ann!.page.window.Excel).not.toBe(bob!.page.window.Excel);
});

test("one acts while a request of the other is on its way, or its answer is", async () => {
  const [ann, bob] = open.panes;
  const seen: string[][] = [];
  for (const side of ["before", "after"] as const) {
    ann!.host.traffic = meetingAt(2, side, async () => void seen.push(await bob!.as(() => names())));
    await ann!.as(() => names().then(() => add(side)));
    ann!.host.traffic = null;
  }
  expect(seen.map((sheets) => [sheets.includes("before"), sheets.includes("after")])).toEqual([
    [false, false],
    [true, true],
  ]);
});
